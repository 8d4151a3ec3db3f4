"""Answers that several rooms' tests begin with."""

WORKER = {
    "citizenship": "kg",
    "region": "moscow",
    "entry": "visa_free",
    "age": "adult",
    "special_status": "none",
    "residence": "temporary",
    "purpose": "work",
}
