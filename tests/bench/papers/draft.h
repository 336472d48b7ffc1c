#pragma once

#include "tests/bench/papers/invented.h"
#include "tests/bench/papers/page.h"

#include <QJsonObject>

#include <memory>
#include <vector>

namespace station::papers {

/// The hand of one office or one form: what all lines of a paper have in common.
struct Style {
    Ink ink{};
    double left = 30.0;
    double width = 162.0;
    double gap = 2.4;  ///< Between items, mm.
    bool boldValues = false;
    bool dotsAfter = false;
    bool dotsBelow = false;
    bool numbered = false;
    bool upperNames = true;
    bool penned = false;  ///< The blanks of the form are filled in by hand.
    QString colon = QStringLiteral(": ");
};

/// A paper that is being drawn, with everything it says.
class Draft {
public:
    Draft(std::uint64_t seed, bool card);

    Random random;
    Scan scan;  ///< Of all its sides, but for the seed and the skew.
    Province province;
    Style style;
    QString paperType{};

    Page &newSide(double widthMm = 210.0, double heightMm = 297.0);

    /// Notes what the paper says and gives the value back for printing; the first one counts.
    QString know(const QString &key, const QString &value, bool byPen = false);
    bool knows(const QString &key) const { return m_fields.contains(key); }
    /// The paper says something for the key that can be read in more than one way.
    void leaveOpen(const QString &key) { m_open.append(key); }

    /// A name as this paper writes names.
    QString written(const QString &name) const;
    /// A date as this paper writes dates within its items.
    QString dated(const QDate &date);

    /// Writes `<stem>.jpg` and `.json`, one pair a side, with `-2` from the second on.
    bool save(const QString &folder, const QString &stem, const QString &kind);

private:
    int m_dateForm = 0;
    std::vector<std::unique_ptr<Page>> m_sides{};
    QJsonObject m_fields{};
    QStringList m_penned{};
    QStringList m_open{};
};

/// Labelled items, one below the other.
class Form {
public:
    Form(Draft &draft, Page &page, double y) : m_draft(draft), m_page(page), m_y(y) {}

    struct Item {
        QString label{};
        QString value{};
        QString key{};  ///< Empty: nobody asks for it.
    };
    void item(const QString &label, const QString &value, const QString &key = {});
    /// Several on one line, where they fit, else below each other.
    void items(const std::vector<Item> &items);
    void plain(const QString &text, Align align = Align::Justify);
    void space(double mm) { m_y += mm; }
    void moveTo(double y) { m_y = y; }
    double y() const { return m_y; }

private:
    Runs runs(const Item &item, bool numbered);

    Draft &m_draft;
    Page &m_page;
    double m_y;
    int m_number = 0;
};

}  // namespace station::papers
