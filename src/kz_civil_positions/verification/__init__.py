"""Is the data what its sources show? Everything checked again, from the files up.

``verify`` reads a registers folder, derives every register once more from its source text
and the recorded repairs, and compares; then it checks what the data says of itself. It
trusts nothing that was computed when the data was made.
"""

from kz_civil_positions.verification.run import verify
from kz_civil_positions.verification.verdict import Check, Verdict

__all__ = ["Check", "Verdict", "verify"]
