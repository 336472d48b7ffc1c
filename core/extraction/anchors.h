#pragma once

#include "core/extraction/paper_text.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace station::extraction {

/// What follows a printed label.
enum class ValueKind {
    Name,          ///< Of a person.
    Organisation,  ///< May run on in a second line.
    Text,          ///< May run on in a second line.
    Date,
    PersonalId,
    Sex,
    Stop,  ///< Not wanted; only ends the value before it.
};

/// A label as Vietnamese papers print it. `key` is empty for Stop.
struct Anchor {
    QString key{};
    ValueKind kind = ValueKind::Stop;
    QStringList words{};  ///< Folded.
};

/// All labels known, longer ones first. Words of five letters and more may have
/// one misread letter.
const std::vector<Anchor> &anchors();

struct AnchorMatch {
    const Anchor *anchor = nullptr;
    std::size_t end = 0;  ///< First token after the label and its colon.
};
std::optional<AnchorMatch> anchorAt(const Line &line, std::size_t at);

/// Begins like the title of a document ("QUYẾT ĐỊNH", "GIẤY XÁC NHẬN" …).
bool isDocumentTitle(const Line &line);
/// Begins like an agency ("SỞ", "ỦY BAN NHÂN DÂN", "TRUNG TÂM" …).
bool isAgencyHead(const Line &line);
/// Names a post in whose name somebody signs ("GIÁM ĐỐC", "NGƯỜI LÀM ĐƠN" …).
bool isSignerTitle(const Line &line);
/// Departments that every province has or had, by their full names.
const QStringList &commonAgencies();
/// A Vietnamese family name, spelled exactly so in any case.
bool isFamilyName(const QString &word);

}  // namespace station::extraction
