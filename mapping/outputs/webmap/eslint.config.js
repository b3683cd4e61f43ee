/** What the viewer's modules keep to, beyond types: the syntax that bundle.py joins, and no way from text to markup. */

const only = (...names) => Object.fromEntries(names.map(name => [name, 'readonly']));

// Names that every engine has; modules without a document have no others.
const anywhere = only('URLSearchParams');
const browser = only(
  'Blob', 'CSS', 'Element', 'FOLIUM', 'HTMLElement', 'L', 'Node', 'URL', 'clearInterval', 'clearTimeout', 'document', 'fetch',
  'getComputedStyle', 'history', 'location', 'matchMedia', 'navigator', 'setTimeout', 'window',
);
const tests = only('URL', 'URLSearchParams', 'process');

const ONE_FORM = 'bundle.py joins only imports of names and exported declarations.';
const SINK = 'Text enters the document through text nodes only; see document/dom.js.';
const PATTERN = 'rjsmin takes a pattern here for a division; name it first.';
const syntax = [
  ['ExportDefaultDeclaration', ONE_FORM], ['ExportAllDeclaration', ONE_FORM], ['ExportNamedDeclaration[declaration=null]', ONE_FORM],
  ['ImportDefaultSpecifier', ONE_FORM], ['ImportNamespaceSpecifier', ONE_FORM], ['ImportExpression', ONE_FORM],
  ['Program > ExpressionStatement', ONE_FORM], ['Program > VariableDeclaration[kind!="const"]', ONE_FORM],
  ['Program > VariableDeclaration > VariableDeclarator > :matches(ObjectPattern, ArrayPattern).id', ONE_FORM],
  ['Program > VariableDeclaration[declarations.length>1]', ONE_FORM],
  ['MemberExpression[property.name=/^(innerHTML|outerHTML|insertAdjacentHTML|setHTML|setHTMLUnsafe|createContextualFragment|parseFromString|write|writeln|srcdoc)$/]', SINK],
  ['NewExpression[callee.name="Function"]', SINK],
  ['ArrowFunctionExpression > Literal[regex].body', PATTERN], ['AwaitExpression > Literal[regex]', PATTERN], ['YieldExpression > Literal[regex]', PATTERN],
  [':matches(ArrowFunctionExpression > .body, AwaitExpression > *, YieldExpression > *)[type="CallExpression"] > MemberExpression > Literal[regex].object', PATTERN],
  ['TemplateLiteral TemplateLiteral', 'rjsmin ends the outer template where the inner begins; name it first.'],
].map(([selector, message]) => ({ selector, message }));

const rules = {
  'array-callback-return': 'error', 'arrow-body-style': 'error', 'consistent-return': 'error', 'default-case-last': 'error',
  eqeqeq: ['error', 'always', { null: 'ignore' }], 'for-direction': 'error', 'getter-return': 'error', 'no-cond-assign': 'error',
  'no-const-assign': 'error', 'no-constant-condition': 'error', 'no-dupe-args': 'error', 'no-dupe-else-if': 'error', 'no-dupe-keys': 'error',
  'no-duplicate-imports': 'error', 'no-else-return': 'error', 'no-eval': 'error', 'no-implied-eval': 'error', 'no-lonely-if': 'error',
  'no-param-reassign': 'error', 'no-redeclare': 'error', 'no-return-assign': ['error', 'except-parens'], 'no-script-url': 'error',
  'no-self-assign': 'error', 'no-self-compare': 'error', 'no-shadow': ['error', { builtinGlobals: true, allow: ['name', 'length'] }],
  'no-undef': 'error', 'no-unneeded-ternary': 'error', 'no-unreachable': 'error', 'no-unused-expressions': 'error',
  'no-unused-vars': ['error', { args: 'after-used', argsIgnorePattern: '^_', caughtErrors: 'all' }], 'no-useless-rename': 'error',
  'no-useless-return': 'error', 'no-var': 'error', 'object-shorthand': 'error', 'prefer-const': 'error', 'prefer-rest-params': 'error',
  'prefer-spread': 'error', radix: 'error', 'valid-typeof': 'error',
  complexity: ['error', 14], 'max-depth': ['error', 4], 'max-lines': ['error', 300], 'max-lines-per-function': ['error', 40],
};

const sourceType = 'module';

export default [
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/viewer/**/*.js'], languageOptions: { sourceType, ecmaVersion: 2022, globals: { ...anywhere, ...browser } }, rules: { ...rules, 'no-restricted-syntax': ['error', ...syntax] } },
  {
    files: ['**/viewer/{data,model,plane}/*.js'],
    rules: { 'no-restricted-globals': ['error', ...Object.keys(browser).map(name => ({ name, message: 'This room has no document and no map, so that it can be tested without.' }))] },
  },
  { files: ['**/viewer/*.test.mjs', '**/viewer/*.mjs'], languageOptions: { sourceType, ecmaVersion: 2022, globals: tests }, rules: { ...rules, 'max-lines-per-function': 'off' } },
];
