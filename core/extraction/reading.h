#pragma once

#include "core/dossier/field.h"
#include "core/extraction/paper_text.h"

#include <QRegularExpression>
#include <QString>

#include <map>
#include <optional>

namespace station::extraction {

/// A value with its ink, before it is checked against the others.
struct Reading {
    QString value{};
    int side = 0;
    QRect box{};
    double confidence = 0.0;
    dossier::FieldSource source = dossier::FieldSource::Ocr;
    bool doubtful = false;  ///< Something speaks against it; never shown as sure.
};

/// By key of `dossier::field_key`. What was offered first stays.
class Readings {
public:
    void offer(const QString &key, const std::optional<Reading> &reading);
    Reading *find(const QString &key);
    const std::map<QString, Reading> &all() const { return m_readings; }

private:
    std::map<QString, Reading> m_readings{};
};

/// What the tokens [from, to) of a line say. The confidence is that of the
/// weakest word: one wrong word makes a wrong value.
Reading readingOf(const Line &line, std::size_t from, std::size_t to, const QString &value);

/// The first match of `pattern` in a line from that token on; the value is its
/// first capture, or the whole match. Only words with digits count for the
/// confidence, and digits much taller than the side's print are doubtful: written by pen.
struct PatternMatch {
    Reading reading{};
    QStringList captures{};
};
std::optional<PatternMatch> matchIn(const Line &line, const QRegularExpression &pattern,
                                    bool folded, std::size_t from = 0,
                                    std::size_t to = std::size_t(-1));

/// A date as numbers or in words ("ngày 05 tháng 7 năm 2022"); value dd/MM/yyyy.
std::optional<Reading> dateIn(const Line &line, std::size_t from = 0,
                              std::size_t to = std::size_t(-1));
/// The same in words as the whole line: "Vĩnh Yên, ngày 05 tháng 7 năm 2022".
std::optional<Reading> closingDateIn(const Line &line);

/// The first personal id (12 digits) or old identity number (9 digits).
std::optional<Reading> personalIdIn(const Line &line, std::size_t from = 0,
                                    std::size_t to = std::size_t(-1));

/// The tokens as a person's name; nothing when they do not look like one.
std::optional<Reading> personNameIn(const Line &line, std::size_t from = 0,
                                    std::size_t to = std::size_t(-1));

/// Another place on the paper agrees: a misreading in both alike is unlikely.
void vouch(Reading &reading);

/// Joins a value that runs on in a second line.
void extend(Reading &reading, const Reading &more);

}  // namespace station::extraction
