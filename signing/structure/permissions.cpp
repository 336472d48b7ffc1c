#include "signing/structure/permissions.h"

#include "signing/structure/signature_fields.h"

#include <algorithm>

namespace station::signing {
namespace {

/// Reads what one signature allows from the three places that say something about it.
class Reading {
public:
    Reading(const PdfFile &file, std::size_t revision) : m_file(file), m_revision(revision) {}

    SignaturePermissions run(int signature);

private:
    const PdfObject *entry(const PdfObject *dictionary, QByteArrayView key) const
    {
        return dictionary != nullptr ? m_file.resolved(dictionary->value(key), m_revision)
                                     : nullptr;
    }
    void readReference(const PdfObject *reference);
    void readLock(const PdfObject *lock, bool isRequired);
    void readLevel(const PdfObject *level);
    void malformed() { m_result.isMalformed = true; }

    const PdfFile &m_file;
    const std::size_t m_revision;
    SignaturePermissions m_result{};
};

void Reading::readLevel(const PdfObject *level)
{
    const bool isKnown = level->isInteger() && level->integer >= 1 && level->integer <= 3;
    if (!isKnown)
        malformed();
    const int value = isKnown ? static_cast<int>(level->integer) : 1;
    m_result.docMdp = std::min(m_result.docMdp.value_or(value), value);
}

/// ISO 32000-2 tables 237 (lock dictionary) and 259 (FieldMDP parameters).
void Reading::readLock(const PdfObject *dictionary, bool isRequired)
{
    if (dictionary == nullptr && !isRequired)
        return;
    FieldLock lock;
    const PdfObject *action = entry(dictionary, "Action");
    const PdfObject *fields = entry(dictionary, "Fields");
    bool isWell = action != nullptr && action->kind == PdfObject::Kind::Name;
    if (isWell && action->text == "Include")
        lock.action = FieldLock::Action::Include;
    else if (isWell && action->text == "Exclude")
        lock.action = FieldLock::Action::Exclude;
    else
        isWell = isWell && action->text == "All";
    if (isWell && lock.action != FieldLock::Action::All) {
        isWell = fields != nullptr && fields->isArray();
        for (std::size_t i = 0; isWell && i < fields->items.size(); ++i) {
            const PdfObject *name = m_file.resolved(&fields->items[i], m_revision);
            isWell = name != nullptr && name->kind == PdfObject::Kind::String;
            if (isWell)
                lock.fields << pdfText(name->text);
        }
    }
    if (!isWell)
        lock = {};
    const bool differs = m_result.lock && !(*m_result.lock == lock);
    if (!isWell || differs)
        malformed();
    m_result.lock = differs ? FieldLock{} : lock;
}

void Reading::readReference(const PdfObject *reference)
{
    const PdfObject *method = entry(reference, "TransformMethod");
    const PdfObject *parameters = entry(reference, "TransformParams");
    if (method == nullptr || (parameters != nullptr && !parameters->isDictionary()))
        return malformed();
    if (method->isName("DocMDP")) {
        static const PdfObject usual{
            .kind = PdfObject::Kind::Number, .text = QByteArrayLiteral("2"), .integer = 2};
        if (m_result.docMdp)
            malformed();
        const PdfObject *level = entry(parameters, "P");
        readLevel(level != nullptr ? level : &usual);
    } else if (method->isName("FieldMDP")) {
        readLock(parameters, true);
    } else if (!method->isName("UR3") && !method->isName("Identity")) {
        malformed();
    }
}

SignaturePermissions Reading::run(int signature)
{
    const PdfIndirectObject *object = m_file.object(signature, m_revision);
    const PdfObject *dictionary = object != nullptr ? &object->value : nullptr;
    if (const PdfObject *references = entry(dictionary, "Reference")) {
        if (!references->isArray() || references->items.empty())
            malformed();
        for (const auto &item : references->items)
            readReference(m_file.resolved(&item, m_revision));
    }
    const bool hasDocMdp = m_result.docMdp.has_value();

    const auto nodes = fieldNodes(m_file, m_revision);
    if (!nodes)
        malformed();
    else
        for (const auto &node : *nodes) {
            if (node.signature != signature || !node.hasOwnValue)
                continue;
            const PdfObject *field = &m_file.object(node.number, m_revision)->value;
            const PdfObject *lock = entry(field, "Lock");
            if (lock != nullptr && !lock->isDictionary()) {
                malformed();
                lock = nullptr;
            }
            readLock(lock, false);
            // ISO 32000-2 12.7.5.5: a lock may also lower what DocMDP allows.
            if (const PdfObject *level = entry(lock, "P"))
                readLevel(level);
        }

    const PdfObject *perms = entry(m_file.catalog(m_revision), "Perms");
    const PdfObject *certifying = perms != nullptr ? perms->value("DocMDP") : nullptr;
    m_result.isCertifying =
        certifying != nullptr && certifying->isReference() && certifying->integer == signature;
    if (m_result.isCertifying && !hasDocMdp) {
        malformed();
        m_result.docMdp = 1;
    }
    return m_result;
}

}  // namespace

bool FieldLock::locks(const QString &fieldName) const
{
    const bool isNamed = std::any_of(fields.begin(), fields.end(), [&](const QString &name) {
        return fieldName == name || fieldName.startsWith(name + u'.');
    });
    return action == Action::All || isNamed == (action == Action::Include);
}

SignaturePermissions permissionsOf(const PdfFile &file, int signature, std::size_t revision)
{
    return Reading(file, revision).run(signature);
}

}  // namespace station::signing
