"""Answers that several rooms' tests begin with."""

CIRCUMSTANCES = dict.fromkeys(
    [
        "visa",
        "under_18",
        "mission",
        "organisation",
        "organisation_family",
        "official_passport",
        "rvp_vnzh",
        "hqs",
        "asylum",
        "children",
    ],
    "no",
)
WORKER = {"about": "registered", "citizenship": "kg", "region": "moscow", **CIRCUMSTANCES, "purpose": "work"}
