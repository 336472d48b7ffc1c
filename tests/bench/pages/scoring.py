"""How a reading is judged: edit distances, words on lines, bounds of a proportion.

Text is NFC; diacritics, case and punctuation count, runs of blanks do not.
"""

import math
import unicodedata
from dataclasses import dataclass, field


def nfc(text):
    return " ".join(unicodedata.normalize("NFC", text).split())


def edit_distance(pattern, text, anywhere=False):
    """Fewest insertions, deletions and replacements of items (letters of a string, words of a
    list). `anywhere`: what stands before and after the best match in `text` is free.

    Myers' bit vectors (JACM 46, 1999), with Python's integers as vectors of any length.
    """
    if not pattern:
        return 0 if anywhere else len(text)
    positions = {}
    for i, item in enumerate(pattern):
        positions[item] = positions.get(item, 0) | 1 << i
    ones = (1 << len(pattern)) - 1
    last = 1 << (len(pattern) - 1)
    plus, minus, score = ones, 0, len(pattern)
    best = score
    for item in text:
        equal = positions.get(item, 0)
        vertical = equal | minus
        horizontal = (((equal & plus) + plus) ^ plus) | equal
        up = (minus | ~(horizontal | plus)) & ones
        down = plus & horizontal
        if up & last:
            score += 1
        elif down & last:
            score -= 1
        up = (up << 1 | (0 if anywhere else 1)) & ones
        down = (down << 1) & ones
        plus = (down | ~(vertical | up)) & ones
        minus = up & vertical
        best = min(best, score)
    return best if anywhere else score


@dataclass(frozen=True)
class Word:
    """Text and its box: left, top, right, bottom, in pixels of the picture as given."""

    text: str
    box: tuple
    line: tuple = ()  # words of one line share it

    @property
    def centre(self):
        return ((self.box[0] + self.box[2]) / 2, (self.box[1] + self.box[3]) / 2)


def words_of_tsv(tsv):
    """The words of a table in Tesseract's columns; every other level is left out."""
    words = []
    for row in tsv.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not nfc(cells[11]):
            continue
        left, top, width, height = (int(cell) for cell in cells[6:10])
        words.append(
            Word(nfc(cells[11]), (left, top, left + width, top + height), tuple(cells[1:5])))
    return words


def area(box):
    return max(0, box[2] - box[0]) * max(0, box[3] - box[1])


def overlap(a, b):
    return area((max(a[0], b[0]), max(a[1], b[1]), min(a[2], b[2]), min(a[3], b[3])))


@dataclass
class Score:
    """Errors beside what there was to read; scores of several pages add up."""

    letters: int = 0
    letter_errors: int = 0
    words: int = 0
    word_errors: int = 0
    invented: int = 0  # letters where nothing is written; among letter_errors
    pages: int = 0

    def __add__(self, other):
        return Score(*(a + b for a, b in zip(vars(self).values(), vars(other).values())))

    @property
    def cer(self):
        return 100 * self.letter_errors / self.letters if self.letters else 0.0

    @property
    def wer(self):
        return 100 * self.word_errors / self.words if self.words else 0.0


@dataclass
class TruthLine:
    text: str
    words: list  # of Word
    read: list = field(default_factory=list)  # of Word


def direction(words):
    """Where the words of a line run to, as a vector; (0, 0) for a single word."""
    first, last = words[0].centre, words[-1].centre
    return (last[0] - first[0], last[1] - first[1])


def main_direction(lines):
    """Which way most of the text runs: "right", "down", "left" or "up"; None without a line
    of two words."""
    x = y = 0.0
    for words in lines:
        run = direction(words)
        x, y = x + run[0], y + run[1]
    if x == 0 and y == 0:
        return None
    if abs(x) >= abs(y):
        return "right" if x > 0 else "left"
    return "down" if y > 0 else "up"


ALONG = {"right": (1, 0), "down": (0, 1), "left": (-1, 0), "up": (0, -1)}

# Of the smaller of two boxes. Boxes of the truth are as high as the font, so those of
# neighbouring lines overlap; a word belongs to the line that it covers most.
LEAST_OVERLAP = 0.3
# Of a word's box: how much lies in ink that is not judged (pen, seal, code).
MOSTLY = 0.5
TOUCHED = 0.1


def common_of(word, written):
    """What two boxes have in common; nothing when they only brush each other."""
    common = overlap(word.box, written.box)
    least = LEAST_OVERLAP * max(1, min(area(word.box), area(written.box)))
    return common if common >= least else 0


def without_pen(word, line):
    """The word without letters that it took from ink beside the print that it covers."""
    print_under = " ".join(w.text for w in line.words if common_of(word, w))
    pieces = [word.text[i:j] for i in range(len(word.text))
              for j in range(i + 1, len(word.text) + 1)]
    text = min(pieces, key=lambda piece: (edit_distance(print_under, piece), -len(piece)))
    return Word(text, word.box, word.line)


def box_score(lines, ignored, read):
    """Letters and words of one page. A word that was read belongs to the truth line whose words
    it covers most; each line is compared with what was read on it, in the order of the line.
    Words on no line are invented text. Ink that is not judged (pen, seals, codes) is left out:
    words on it, and the letters that a word of print took from it.
    """
    lines = [TruthLine(line.text, line.words) for line in lines]
    score = Score(pages=1)
    for word in read:
        in_ignored = sum(overlap(word.box, box) for box in ignored) / max(1, area(word.box))
        if in_ignored > MOSTLY:
            continue
        common, line = max(((common_of(word, written), line) for line in lines
                            for written in line.words), key=lambda pair: pair[0],
                           default=(0, None))
        if common > 0:
            line.read.append(without_pen(word, line) if in_ignored > TOUCHED else word)
        elif in_ignored <= TOUCHED:
            score.invented += len(word.text)
            score.word_errors += 1
    score.letter_errors = score.invented
    along = ALONG[main_direction([line.words for line in lines]) or "right"]
    for line in lines:
        line.read.sort(key=lambda word: word.centre[0] * along[0] + word.centre[1] * along[1])
        text = nfc(" ".join(word.text for word in line.read))
        score.letters += len(line.text)
        score.letter_errors += edit_distance(line.text, text)
        score.words += len(line.text.split())
        score.word_errors += edit_distance(line.text.split(), text.split())
    return score


def found_score(lines, text):
    """Each line's best match anywhere in the text of its page; invented text is not counted."""
    text = nfc(text)
    return Score(letters=sum(len(line.text) for line in lines),
                 letter_errors=sum(edit_distance(line.text, text, anywhere=True)
                                   for line in lines),
                 words=sum(len(line.text.split()) for line in lines),
                 word_errors=sum(edit_distance(line.text.split(), text.split(), anywhere=True)
                                 for line in lines),
                 pages=1)


def least_share(right, count, sureness=0.95):
    """Lower bound of the true share when `right` of `count` were right (Clopper–Pearson, one
    side)."""
    if right == 0 or count == 0:
        return 0.0

    def chance_of_so_many(share):
        """That at least `right` of `count` come out right."""
        logs = [math.lgamma(count + 1) - math.lgamma(k + 1) - math.lgamma(count - k + 1) +
                k * math.log(share) + (count - k) * math.log1p(-share)
                for k in range(right, count + 1)]
        return math.fsum(math.exp(value) for value in logs)

    low, high = 1e-12, 1 - 1e-12
    for _ in range(60):
        middle = (low + high) / 2
        if chance_of_so_many(middle) < 1 - sureness:
            low = middle
        else:
            high = middle
    return low
