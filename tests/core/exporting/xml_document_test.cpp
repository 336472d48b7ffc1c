#include "core/exporting/xml_document.h"
#include "tests/support/catch.h"

#include <QXmlStreamReader>

using namespace station::exporting;
using namespace Qt::StringLiterals;

TEST_CASE("any text stays well-formed XML and keeps its letters", "[exporting]")
{
    const QString odd = u"a\u0001b\uFFFEc\uFFFFd<&>\"'\t\U0001F600Đường"_s + QChar(0xD800);
    XmlDocument xml;
    xml.begin(u"all"_s, {{u"odd"_s, odd}, {u"none"_s, {}}});
    xml.leaf(u"text"_s, odd);
    xml.leafIfAny(u"nothing"_s, {});
    QXmlStreamReader reader(xml.bytes());
    QString text;
    QString attribute;
    QStringList names;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            names << reader.name().toString();
            if (names.size() == 1) {
                attribute = reader.attributes().value(u"odd"_s).toString();
                CHECK(reader.attributes().size() == 1);
            }
        }
        if (reader.isCharacters() && !reader.isWhitespace())
            text += reader.text();
    }
    CHECK(reader.error() == QXmlStreamReader::NoError);
    CHECK(names == QStringList{u"all"_s, u"text"_s});
    // A lone half of a pair becomes the replacement character.
    CHECK(text == u"abcd<&>\"'\t\U0001F600Đường\uFFFD"_s);
    CHECK(attribute.startsWith(u"abcd<&>\"'"_s));
}
