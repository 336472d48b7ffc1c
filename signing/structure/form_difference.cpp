#include "signing/structure/difference_parts.h"

#include <QByteArrayList>

#include <algorithm>

namespace station::signing {
namespace {

const FieldNode *nodeOf(const std::vector<FieldNode> &nodes, int number)
{
    const auto found = std::find_if(nodes.begin(), nodes.end(), [number](const FieldNode &node) {
        return node.number == number;
    });
    return found != nodes.end() ? &*found : nullptr;
}

/// Looks at the form's fields, old and new ones.
class FieldComparison {
public:
    explicit FieldComparison(DifferenceContext &context) : m_context(context)
    {
        for (const auto &node : context.oldFields) {
            m_names.insert(node.name);
            if (node.signature != 0)
                m_signatures.insert(node.signature);
        }
    }

    void compareOld();
    /// A reference at the end of /Fields that was not there before.
    void checkNew(const PdfObject &reference);

private:
    void compareEmptySignature(const FieldNode &node, const PdfObject &from, const PdfObject &to);
    void compareOther(const FieldNode &node, const PdfObject &from, const PdfObject &to);
    /// A signature that only this revision has made, for one field alone.
    bool takeSignature(const PdfObject *value, bool isVisible, const FieldNode &node);
    bool isNewAppearance(const PdfObject *appearance) const;
    bool isVisible(const PdfObject &widget) const;
    bool isPlainWidget(const PdfObject &widget) const;

    DifferenceContext &m_context;
    std::set<QString> m_names{};
    std::set<int> m_signatures{};
};

bool FieldComparison::isVisible(const PdfObject &widget) const
{
    const PdfObject *flags = m_context.now(widget.value("F"));
    if (flags != nullptr && flags->isInteger() &&
        (flags->integer & (2 | 32)) != 0)  // Hidden, NoView
        return false;
    const PdfObject *rectangle = m_context.now(widget.value("Rect"));
    if (rectangle == nullptr || rectangle->items.size() != 4)
        return rectangle != nullptr;
    const auto side = [&](std::size_t i) { return rectangle->items[i].text.toDouble(); };
    const bool isEmpty = side(0) == side(2) || side(1) == side(3);
    return !isEmpty;
}

bool FieldComparison::isNewAppearance(const PdfObject *appearance) const
{
    if (isNothing(appearance))
        return true;
    if (appearance->isReference() && !m_context.isNew(*appearance))
        return false;
    appearance = m_context.now(appearance);
    if (appearance == nullptr || !appearance->isDictionary())
        return false;
    for (std::size_t i = 0; i < appearance->keys.size(); ++i) {
        const QByteArray &key = appearance->keys[i];
        if ((key != "N" && key != "D" && key != "R") || !m_context.isNew(appearance->items[i]))
            return false;
    }
    return true;
}

bool FieldComparison::isPlainWidget(const PdfObject &widget) const
{
    const PdfObject *subtype = m_context.now(widget.value("Subtype"));
    return subtype != nullptr && subtype->isName("Widget") && widget.value("A") == nullptr &&
           widget.value("AA") == nullptr && isNewAppearance(widget.value("AP"));
}

bool FieldComparison::takeSignature(const PdfObject *value, bool isVisible, const FieldNode &node)
{
    const PdfObject *signature = m_context.now(value);
    if (!m_context.isNew(*value) || signature == nullptr || !signature->isDictionary() ||
        signature->value("ByteRange") == nullptr ||
        !m_signatures.insert(static_cast<int>(value->integer)).second) {
        m_context.forbid("field_changed", QStringLiteral("value is no new signature"), node.name);
        return false;
    }
    const PdfObject *type = m_context.now(signature->value("Type"));
    if (type != nullptr && type->isName("DocTimeStamp")) {
        m_context.result.addsDocumentTimestamp = true;
        if (isVisible)
            m_context.forbid("annotation_added", QStringLiteral("visible time stamp"), node.name);
    } else {
        m_context.result.addsSignature = true;
    }
    return true;
}

void FieldComparison::compareEmptySignature(const FieldNode &node, const PdfObject &from,
                                            const PdfObject &to)
{
    const FieldNode *filled = nodeOf(m_context.newFields, node.number);
    const auto wrong = [&](const QByteArray &key) {
        m_context.forbid(
            "field_changed",
            QStringLiteral("object %1 /%2").arg(node.number).arg(QString::fromLatin1(key)),
            node.name);
    };
    m_context.forChangedKeys(from, to, {"V", "M", "F"}, [&](const QByteArray &key) {
        const PdfObject *page = to.value("P");
        const bool isShown = key == "AP" && isNewAppearance(to.value("AP"));
        const bool isPlaced = key == "P" && isNothing(from.value("P")) && page->isReference() &&
                              std::count(m_context.newPages.begin(), m_context.newPages.end(),
                                         static_cast<int>(page->integer)) == 1;
        if (!isShown && !isPlaced)
            wrong(key);
    });
    // Without a signature there is no reason to touch it.
    if (filled == nullptr || filled->signature == 0)
        wrong("V");
    else if (filled->hasOwnValue)
        takeSignature(to.value("V"), isVisible(to), node);
}

void FieldComparison::compareOther(const FieldNode &node, const PdfObject &from,
                                   const PdfObject &to)
{
    const char *code = "field_filled";
    QByteArrayList keys;
    m_context.forChangedKeys(from, to, {}, [&](const QByteArray &key) {
        keys << key;
        if (key != "V" && key != "AP" && key != "AS" && key != "M" && key != "I" && key != "RV")
            code = "field_changed";
    });
    m_context.forbid(
        code,
        QStringLiteral("object %1 /%2").arg(node.number).arg(QString::fromLatin1(keys.join("/"))),
        node.name);
}

void FieldComparison::compareOld()
{
    for (const auto &node : m_context.oldFields) {
        const Role role = node.signature != 0 ? Role::SignedField : Role::Field;
        if (!m_context.hasChanged(node.number) || !m_context.roles.hasOnly(node.number, role))
            continue;
        const PdfObject &from = m_context.file.object(node.number, m_context.before)->value;
        const PdfObject &to = m_context.file.object(node.number, m_context.after)->value;
        m_context.claim(node.number, role);
        if (node.signature != 0)
            m_context.forbid("signed_field_changed", QStringLiteral("object %1").arg(node.number),
                             node.name);
        else if (!to.isDictionary())
            m_context.forbid("field_changed", QStringLiteral("object %1").arg(node.number),
                             node.name);
        else if (node.isSignature)
            compareEmptySignature(node, from, to);
        else
            compareOther(node, from, to);
    }
}

void FieldComparison::checkNew(const PdfObject &reference)
{
    const FieldNode *node = nodeOf(m_context.newFields, static_cast<int>(reference.integer));
    const PdfObject *field = m_context.now(&reference);
    const PdfObject *kind = entry(field, "FT");
    if (node == nullptr || !m_context.isNew(reference) || kind == nullptr || !kind->isName("Sig") ||
        !node->hasOwnName || field->value("Parent") != nullptr)
        return m_context.forbid("form_changed", QStringLiteral("new field"),
                                node != nullptr ? node->name : QString());
    if (!m_names.insert(node->name).second)
        return m_context.forbid("form_changed", QStringLiteral("two fields of one name"),
                                node->name);
    std::vector<const PdfObject *> widgets;
    if (field->value("Subtype") != nullptr)
        widgets.push_back(&reference);
    if (const PdfObject *kids = m_context.now(field->value("Kids"))) {
        for (const auto &kid : kids->items)
            widgets.push_back(&kid);
    }
    bool isShown = false;
    for (const PdfObject *one : widgets) {
        const PdfObject *widget = m_context.now(one);
        const PdfObject *parent = entry(widget, "Parent");
        const bool isKid = one != &reference;
        if (!m_context.isNew(*one) || !isPlainWidget(*widget) ||
            (isKid &&
             (parent == nullptr || !(*parent == reference) || widget->value("T") != nullptr ||
              widget->value("V") != nullptr || widget->value("Kids") != nullptr)))
            return m_context.forbid("annotation_added", QStringLiteral("widget of a new field"),
                                    node->name);
        isShown = isShown || isVisible(*widget);
        m_context.newWidgets[static_cast<int>(one->integer)] = true;
    }
    if (field->value("A") != nullptr || field->value("AA") != nullptr)
        return m_context.forbid("annotation_added", QStringLiteral("action of a new field"),
                                node->name);
    if (!isNothing(field->value("V")))
        takeSignature(field->value("V"), isShown, *node);
}

/// Default resources, which readers use when they draw a field anew. Programs that sign
/// add those of their marks; what a field could have used must stay.
bool haveOnlyGrown(DifferenceContext &context, const PdfObject *oldEntry, const PdfObject *newEntry,
                   int depth = 0)
{
    if (isNothing(oldEntry))
        return true;
    const PdfObject *from = context.old(oldEntry);
    const PdfObject *to = context.now(newEntry);
    if (from == nullptr || to == nullptr || !from->isDictionary() || !to->isDictionary())
        return newEntry != nullptr && *oldEntry == *newEntry;
    context.claim(oldEntry, newEntry, Role::FormPart);
    // Kinds of resources, and their names; not the resources themselves.
    for (std::size_t i = 0; i < from->keys.size(); ++i) {
        const PdfObject &one = from->items[i];
        const PdfObject *other = to->value(from->keys[i]);
        if (depth == 0 ? !haveOnlyGrown(context, &one, other, 1)
                       : !isNothing(&one) && (other == nullptr || !(one == *other)))
            return false;
    }
    return true;
}

}  // namespace

void compareForms(DifferenceContext &context)
{
    const PdfObject *oldEntry = entry(context.file.catalog(context.before), "AcroForm");
    const PdfObject *newEntry = entry(context.file.catalog(context.after), "AcroForm");
    const PdfObject *from = context.old(oldEntry);
    const PdfObject *to = context.now(newEntry);
    if (from == nullptr && to == nullptr)
        return;
    if (to == nullptr || !to->isDictionary() || (from != nullptr && !from->isDictionary()))
        return context.forbid("form_changed", QStringLiteral("no form"));
    context.claim(oldEntry, newEntry, Role::Form);
    static const PdfObject nothing{.kind = PdfObject::Kind::Dictionary};
    if (from == nullptr)
        from = &nothing;
    context.forChangedKeys(*from, *to, {"Fields", "DR"}, [&](const QByteArray &key) {
        const PdfObject *flags = context.now(to->value("SigFlags"));
        const PdfObject *oldFlags = context.old(from->value("SigFlags"));
        // SignaturesExist and AppendOnly may only be set.
        const qint64 kept = oldFlags != nullptr ? oldFlags->integer : 0;
        const bool isRisen = key == "SigFlags" && flags != nullptr && flags->isInteger() &&
                             kept >= 0 && flags->integer <= 3 && (flags->integer & kept) == kept;
        const bool isDefault = key == "DA" && isNothing(from->value(key));
        if (!isRisen && !isDefault)
            context.forbid("form_changed", QStringLiteral("/") + QString::fromLatin1(key));
    });
    if (!haveOnlyGrown(context, from->value("DR"), to->value("DR")))
        context.forbid("form_changed", QStringLiteral("/DR"));
    FieldComparison fields(context);
    fields.compareOld();
    const PdfObject *oldList = context.old(from->value("Fields"));
    const PdfObject *newList = context.now(to->value("Fields"));
    context.claim(from->value("Fields"), to->value("Fields"), Role::FieldList);
    const std::size_t kept = oldList != nullptr ? oldList->items.size() : 0;
    const std::size_t count = newList != nullptr ? newList->items.size() : 0;
    if (count < kept || (newList != nullptr && !newList->isArray()))
        return context.forbid("form_changed", QStringLiteral("/Fields"));
    for (std::size_t i = 0; i < count; ++i) {
        if (i >= kept)
            fields.checkNew(newList->items[i]);
        else if (!(newList->items[i] == oldList->items[i]))
            context.forbid("form_changed", QStringLiteral("/Fields"));
    }
}

}  // namespace station::signing
