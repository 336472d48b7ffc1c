"""The scoring on made-up tables: what counts as an error and what does not."""

import random
import unittest
from pathlib import Path

from field_truth import column, expected_fields, type_is_right
from fields_bench import judge
from papers import paper_from
from programs import billed
from scoring import (Score, box_score, edit_distance, found_score, least_share, main_direction,
                     words_of_tsv)

HEADER = ("level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\t"
          "conf\ttext\n")


def tsv(*words):
    """Words as (text, left, top, right, bottom), each in its own line of the table."""
    rows = [f"5\t1\t1\t1\t1\t{i}\t{left}\t{top}\t{right - left}\t{bottom - top}\t90.0\t{text}"
            for i, (text, left, top, right, bottom) in enumerate(words)]
    return HEADER + "\n".join(rows) + "\n"


def paper(**more):
    truth = {"dpi": 300, "size": [1000, 500], "fields": {"type": "cong_van"},
             "lines": [{"text": "Sở Tài chính",
                        "words": [["Sở", 100, 100, 150, 160], ["Tài", 160, 100, 220, 160],
                                  ["chính", 230, 100, 330, 160]]},
                       {"text": "Số: /STC", "words": [["Số:", 100, 150, 150, 210],
                                                      ["/STC", 300, 150, 400, 210]]}],
             "ignore": [[160, 150, 290, 210]]}
    return paper_from(Path("p01.jpg"), {**truth, **more})


def slow_distance(a, b):
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        before, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            before, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, before + (x != y))
    return row[-1]


RIGHT = [("Sở", 102, 105, 148, 150), ("Tài", 160, 105, 220, 150), ("chính", 232, 105, 330, 150),
         ("Số:", 101, 155, 150, 200), ("/STC", 301, 155, 399, 200)]


class EditDistance(unittest.TestCase):
    def test_is_the_plain_one_for_whole_texts(self):
        dice = random.Random(3)
        for _ in range(500):
            a = "".join(dice.choice("aâấ b") for _ in range(dice.randrange(90)))
            b = "".join(dice.choice("aâấ b") for _ in range(dice.randrange(90)))
            self.assertEqual(edit_distance(a, b), slow_distance(a, b))

    def test_anywhere_is_the_best_piece_of_the_text(self):
        dice = random.Random(4)
        for _ in range(200):
            a = "".join(dice.choice("abc") for _ in range(1 + dice.randrange(8)))
            b = "".join(dice.choice("abc") for _ in range(dice.randrange(14)))
            pieces = [slow_distance(a, b[i:j]) for i in range(len(b) + 1)
                      for j in range(i, len(b) + 1)]
            self.assertEqual(edit_distance(a, b, anywhere=True), min(pieces))

    def test_works_on_words(self):
        self.assertEqual(edit_distance("một hai ba".split(), "một ba".split()), 1)


class BoxScore(unittest.TestCase):
    def score(self, *words, sample=None):
        sample = sample or paper()
        return box_score(sample.lines, sample.ignored, words_of_tsv(tsv(*words)))

    def test_a_right_reading_has_no_error_in_whatever_order_it_comes(self):
        self.assertEqual(self.score(*reversed(RIGHT)),
                         Score(letters=20, words=5, pages=1))

    def test_a_lost_diacritic_is_an_error(self):
        score = self.score(("So", 102, 105, 148, 150), *RIGHT[1:])
        self.assertEqual((score.letter_errors, score.word_errors), (1, 1))

    def test_decomposed_letters_are_the_same_letters(self):
        self.assertEqual(self.score(("So\u031b\u0309", 102, 105, 148, 150),
                                    *RIGHT[1:]).letter_errors, 0)

    def test_a_missing_word_costs_its_letters_and_its_blank(self):
        score = self.score(*RIGHT[:2], *RIGHT[3:])
        self.assertEqual((score.letter_errors, score.word_errors), (6, 1))

    def test_text_where_nothing_is_written_is_invented(self):
        score = self.score(*RIGHT, ("~~", 700, 400, 800, 450))
        self.assertEqual((score.invented, score.letter_errors, score.word_errors), (2, 2, 1))

    def test_pen_is_not_judged_alone_or_grown_together_with_print(self):
        self.assertEqual(self.score(*RIGHT, ("4863", 170, 155, 280, 205)).letter_errors, 0)
        merged = [*RIGHT[:4], ("4863/STC", 250, 155, 399, 205)]
        self.assertEqual(self.score(*merged).letter_errors, 0)

    def test_a_line_that_was_not_read_is_all_error(self):
        self.assertEqual(self.score(*RIGHT[3:]).letter_errors, 12)

    def test_turned_pages_are_read_in_their_own_direction(self):
        for degrees, way in ((90, "down"), (180, "left"), (270, "up")):
            sample = paper().turned(None, degrees)
            self.assertEqual(sample.direction, way)
            turned = paper(lines=[{"text": w[0], "words": [list(w)]} for w in RIGHT])
            turned = [(line.text, *line.words[0].box)
                      for line in turned.turned(None, degrees).lines]
            self.assertEqual(self.score(*turned, sample=sample).letter_errors, 0)

    def test_a_page_turned_four_times_is_the_page(self):
        sample = paper()
        again = sample.turned(None, 90).turned(None, 90).turned(None, 180)
        self.assertEqual(again.lines, sample.lines)
        self.assertEqual(sample.turned(None, 270).turned(None, 90).ignored, sample.ignored)


class Rest(unittest.TestCase):
    def test_the_direction_of_single_words_is_unknown(self):
        self.assertIsNone(main_direction([words_of_tsv(tsv(RIGHT[0]))]))

    def test_found_text_may_stand_anywhere(self):
        score = found_score(paper().lines, "Số: 4863 /STC\n\nSở Tài\nchinh, thêm")
        self.assertEqual(score.letter_errors, 1 + 3)  # "863 /STC" is the nearest to "Số: /STC"

    def test_the_bound_of_a_proportion(self):
        # 300 of 300: the "rule of three".
        self.assertAlmostEqual(least_share(300, 300), 0.05 ** (1 / 300), places=6)
        self.assertAlmostEqual(least_share(250, 251), 0.9812, places=3)
        self.assertEqual(least_share(0, 10), 0.0)

    def test_orphans_are_billed(self):
        bill = billed(["sh", "-c", "(i=0; while [ $i -lt 60000 ]; do i=$((i+1)); done) & exit 3"])
        self.assertEqual(bill.exit_code, 3)
        self.assertGreater(bill.cpu_s, 0.01)

class Fields(unittest.TestCase):
    def test_the_keys_of_samples_become_ours(self):
        values, by_pen = expected_fields({"fields": {
            "type": "giay_phep_vt", "doc_no": "5/GP", "_doc_no_hand": True, "qr": "x",
            "name": "Trần  Thử", "plates": ["30F-264.49", "30B-447.39"],
            "valid_from": "01/02/2024"}})
        self.assertEqual(values, {"document_number": "5/GP", "representative": "Trần Thử",
                                  "vehicles.1.plate": "30F-264.49",
                                  "vehicles.2.plate": "30B-447.39", "valid_from": "01/02/2024"})
        self.assertEqual(by_pen, {"document_number"})
        self.assertEqual(column("vehicles.2.plate"), "vehicles.plate")

    def test_an_agency_over_two_keys_is_one(self):
        values, _ = expected_fields(
            {"fields": {"type": "bien_nhan", "parent": "TRUNG TÂM", "agency": "CÔNG"}})
        self.assertEqual(values, {"issuing_agency": "TRUNG TÂM CÔNG"})

    def test_case_is_told_apart_and_pen_is_not_among_the_printed(self):
        sample = paper(fields={"type": "quyet_dinh", "name": "VÕ HẢI", "date": "05/07/2022",
                               "_day_hand": True, "signer": "Võ An"})
        judged, by_pen, pen, unwritten = judge(sample, {"fields": [
            {"key": "owner_name", "value": "Võ Hải", "confidence": 0.9, "sure": True},
            {"key": "place", "value": "Huế", "confidence": 0.9, "sure": True},
            {"key": "document_date", "value": "05/07/2022", "confidence": 0.2, "sure": False}]})
        self.assertEqual([(f.key, f.exact, f.folded, f.sure) for f in judged],
                         [("owner_name", False, True, True), ("signer", False, False, False)])
        self.assertEqual((by_pen, len(pen), unwritten), (1, 1, []))

    def test_complete_samples_tell_what_is_not_there(self):
        sample = paper(paper_type="hop_dong", fields={"owner_name": "Võ An", "address": "Huế"},
                       handwritten=["address"], open=["place"])
        proposed = [{"key": key, "value": "x", "confidence": 0.5, "sure": False}
                    for key in ("address", "place", "signer")]
        judged, by_pen, pen, unwritten = judge(sample, {"fields": proposed})
        self.assertEqual([f.key for f in judged], ["owner_name"])
        self.assertEqual((by_pen, [f["key"] for f in pen], [f["key"] for f in unwritten]),
                         (1, ["address"], ["signer"]))

    def test_a_kind_of_paper_has_its_names(self):
        self.assertTrue(type_is_right({"fields": {"type": "don_gplx"}}, "don_doi_gplx"))
        self.assertTrue(type_is_right({"fields": {}, "paper_type": "hop_dong"}, "hop_dong"))
        self.assertFalse(type_is_right({"fields": {"type": "cong_van"}}, "hop_dong"))


if __name__ == "__main__":
    unittest.main()
