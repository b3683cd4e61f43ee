"""Whether the stated numbers, the coordinates, the drawn roads and each other agree."""

from mapping.plausibility.chains import check_numbers
from mapping.plausibility.faults import find_faults
from mapping.plausibility.verdicts import VERDICTS, Verdict

__all__ = ["VERDICTS", "Verdict", "check_numbers", "find_faults"]
