"""What a sample paper's truth says about each field, in the words of `dossier::field_key`.

Two kinds of samples exist. Complete ones know `paper_type`, use our keys and list what is
written by pen (`handwritten`) and what even a person could not settle (`open`). The others have
shorter keys, name the kind of paper as the field `type` and mark pen by `_doc_no_hand` and
`_day_hand`.
"""

import unicodedata

OURS = {"doc_no": "document_number", "date": "document_date", "agency": "issuing_agency",
        "parent": "parent_agency", "name": "owner_name", "dob": "birth_date",
        "cccd": "personal_id", "gplx": "licence_number", "dossier": "dossier_code",
        "company": "organisation", "mst": "tax_code"}
NO_FIELDS = {"type", "qr"}

# What a sample calls a kind of paper; else the key of paper_types.toml itself.
TYPES = {"cong_van": {"cong_van", "van_ban_hanh_chinh"},
         "bao_cao": {"bao_cao", "van_ban_hanh_chinh"},
         "don_gplx": {"don_doi_gplx"},
         "giay_phep_vt": {"giay_phep_kdvt"}}


def normal(value):
    return " ".join(unicodedata.normalize("NFC", str(value)).split())


def expected_fields(truth):
    """Values by key, and the keys of those that are written by pen."""
    given = truth["fields"]
    kind = given.get("type", "")
    left_out = NO_FIELDS | set(truth.get("open") or [])
    values, by_pen = {}, set(truth.get("handwritten") or [])
    for key, value in given.items():
        if key in left_out or key.startswith("_") or value in (None, ""):
            continue
        if key == "plates":
            for row, plate in enumerate(value, 1):
                values[f"vehicles.{row}.plate"] = normal(plate)
        else:
            values[OURS.get(key, key)] = normal(value)
    if kind == "giay_phep_vt" and "owner_name" in values:
        values["representative"] = values.pop("owner_name")
    if kind == "bien_nhan" and "parent_agency" in values and "issuing_agency" in values:
        # One agency, whose long name these samples break over two keys.
        values["issuing_agency"] = f"{values.pop('parent_agency')} {values['issuing_agency']}"
    if given.get("_doc_no_hand"):
        by_pen.add("document_number")
    if given.get("_day_hand"):
        by_pen.add("document_date")
    return values, by_pen


def is_unwritten(truth, key):
    """True when the paper says nothing of the kind; only complete samples can tell."""
    return ("paper_type" in truth and key not in truth["fields"] and
            key not in (truth.get("open") or []))


def column(key):
    """Cells of a table count together: "vehicles.2.plate" is "vehicles.plate"."""
    return ".".join(part for part in key.split(".") if not part.isdigit())


def type_is_right(truth, proposed):
    kind = truth.get("paper_type") or truth["fields"].get("type", "")
    return proposed in TYPES.get(kind, {kind})
