"""Texts that try to become something else: markup, scripts, templates, formulas, paths."""

from __future__ import annotations

PAYLOADS = (
    "</script><script>window.ran='script'</script>",
    "<img src=x onerror=\"window.ran='img'\">",
    "<svg onload=window.ran='svg'>",
    "`;window.ran='backtick'//",
    "\\`${window.ran='escaped'}\\",
    "${window.ran='dollar'}",
    "{{ 7*7 }}{{ cycler.__init__.__globals__.os.getpid() }}",
    "{% for x in ().__class__.__base__.__subclasses__() %}{{x}}{% endfor %}",
    "{# vanishes #}",
    "'\"><b onmouseover=window.ran='quote'>",
    "<!--<script>window.ran='comment'",
    "]]>--></style></title></textarea><script>window.ran='close'</script>",
    "javascript:window.ran='link'",
    '=HYPERLINK("http://evil.example","x")',
    "+cmd|' /C calc'!A0",
    "@@policy@@ const FOLIUM = 1; &lt;script&gt;&#60;script&#62;",
    "\u202eright to left\u202c \u2066isolate\u2069 \u200b\ufeff",
    "line\u2028separator\u2029paragraph",
    "null\x00byte\x1b[31m",
    "../../../etc/passwd\\..\\x",
    "__proto__",
    "constructor",
    "\U0001f9e8 beyond U+FFFF",
    "a" * 2000,
)
ALL = " ".join(PAYLOADS)
LONG = "b" * 100_000
