"""Whether the stated numbers, the coordinates, the drawn roads and each other agree."""

from mapping.judging.chains import check_numbers
from mapping.judging.faults import find_faults
from mapping.judging.verdicts import Finding, Verdict

__all__ = ["Finding", "Verdict", "check_numbers", "find_faults"]
