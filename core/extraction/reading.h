#pragma once

#include "core/dossier/field.h"
#include "core/extraction/paper_text.h"

#include <QRegularExpression>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <utility>
#include <vector>

namespace station::extraction {

/// A value with its ink, before it is checked against the others.
struct Reading {
    QString value{};
    int side = 0;
    QRect box{};
    /// Raw, 0 to 1: of words the chance that all are right, of numbers what the engine says of
    /// the weakest; both changed by what else is known.
    double score = 0.0;
    /// What the engine says of the word in the middle; below it the value is noise or a pen's.
    double legibility = 1.0;
    dossier::FieldSource source = dossier::FieldSource::Ocr;
    QString asRead{};  ///< What the ink seems to say, where `value` is an official name instead.
    bool doubtful = false;  ///< Something speaks against it; never shown as sure.
    /// Words that were likely misread, in the order of `value`, each with its listed spelling.
    std::vector<std::pair<QString, QString>> misread{};
    /// The last word of each line and the first of the next, where the value has several.
    std::vector<std::pair<QString, QString>> joints{};
};

/// By key of `dossier::field_key`, cells too. What was offered first stays; print that
/// contradicts a code makes the code's value doubtful.
class Readings {
public:
    void offer(const QString &key, const std::optional<Reading> &reading);
    Reading *find(const QString &key);
    std::map<QString, Reading> &all() { return m_readings; }
    const std::map<QString, Reading> &all() const { return m_readings; }

private:
    std::map<QString, Reading> m_readings{};
};

/// What the tokens [from, to) of a line say.
Reading readingOf(const Line &line, std::size_t from, std::size_t to, const QString &value);

/// The first match of `pattern` in the tokens [from, to) of a line; the value is its first
/// group. Only words with digits count for the score where there are any. Digits that look
/// filled in (taller than the print, in a wide blank) are doubtful: written by pen.
struct PatternMatch {
    Reading reading{};
    QStringList groups{};
    std::size_t firstToken = 0;  ///< Of the value.
    std::size_t endToken = 0;    ///< After the whole match.
};
std::optional<PatternMatch> matchIn(const Line &line, const QRegularExpression &pattern,
                                    bool folded = false, std::size_t from = 0,
                                    std::size_t to = std::size_t(-1));

/// A plate, by itself: what is blank behind it parts it from another column and is not left
/// for a pen.
std::optional<PatternMatch> plateIn(const Line &line, std::size_t from, std::size_t to,
                                    const QRegularExpression &plate);

/// Something on the paper agrees: a misreading is less likely.
void vouch(Reading &reading);
/// Another place on the paper says the same, sign by sign, or a list does.
void confirm(Reading &reading);
/// The value is, letter by letter, one of the few there are: no misreading gives another.
void recognise(Reading &reading);
/// Not wrong by itself, but less to be trusted.
void weaken(Reading &reading, double factor);
/// Joins a value that runs on in a second line.
void extend(Reading &reading, const Reading &more);

}  // namespace station::extraction
