#include "core/store/outbox_table.h"

#include "core/store/query.h"

namespace station::store {
namespace {

StepKind kindFrom(const QString &name)
{
    for (const auto kind : {StepKind::Blob, StepKind::CodeClaim, StepKind::Manifest,
                            StepKind::DossierPointer, StepKind::OwnerIndex}) {
        if (name == kindName(kind))
            return kind;
    }
    return StepKind::Event;
}

StepState stateFrom(const QString &name)
{
    for (const auto state : {StepState::Sending, StepState::Verified, StepState::Blocked}) {
        if (name == stateName(state))
            return state;
    }
    return StepState::Queued;
}

QByteArray bodyPlace(const QString &handoverId, int position)
{
    return placeOf("outbox.body", {handoverId, QString::number(position)});
}

}  // namespace

void OutboxTable::insert(const OutboxStep &step)
{
    Query(m_database, "INSERT INTO outbox VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", step.handoverId,
          step.position, kindName(step.kind), step.componentCode, step.key, step.sha256,
          m_personal.written(step.body, bodyPlace(step.handoverId, step.position)),
          stateName(step.state), step.reason, step.attempts)
        .run();
}

void OutboxTable::update(const OutboxStep &step)
{
    Query(m_database,
          "UPDATE outbox SET key = ?, state = ?, reason = ? WHERE handover_id = ? AND position = ?",
          step.key, stateName(step.state), step.reason, step.handoverId, step.position)
        .run();
}

void OutboxTable::markSending(const QString &handoverId)
{
    Query(m_database,
          "UPDATE outbox SET state = 'sending', attempts = attempts + 1"
          " WHERE handover_id = ? AND state <> 'verified'",
          handoverId)
        .run();
}

void OutboxTable::requeue(const QString &handoverId)
{
    Query(m_database,
          "UPDATE outbox SET state = 'queued' WHERE handover_id = ? AND state = 'sending'",
          handoverId)
        .run();
}

std::vector<OutboxStep> OutboxTable::of(const QString &handoverId) const
{
    Query row(m_database, "SELECT * FROM outbox WHERE handover_id = ? ORDER BY position",
              handoverId);
    std::vector<OutboxStep> steps;
    while (row.next()) {
        steps.push_back({row.text(0), row.integer(1), kindFrom(row.text(2)), row.text(3),
                         row.text(4), row.text(5),
                         m_personal.read(row.bytes(6), bodyPlace(row.text(0), row.integer(1))),
                         stateFrom(row.text(7)), row.text(8), row.integer(9)});
    }
    return steps;
}

bool OutboxTable::isVerified(const QString &handoverId, int position) const
{
    return Query(m_database,
                 "SELECT 1 FROM outbox WHERE handover_id = ? AND position = ?"
                 " AND state = 'verified'",
                 handoverId, position)
        .next();
}

bool OutboxTable::isComplete(const QString &handoverId) const
{
    Query row(m_database,
              "SELECT count(*), sum(state = 'verified'), sum(kind = 'event') FROM outbox"
              " WHERE handover_id = ?",
              handoverId);
    return row.next() && row.integer(2) == 1 && row.integer(0) == row.integer(1);
}

std::vector<OwnerEntry> OutboxTable::ownerEntries(const QString &prefix) const
{
    Query row(m_database,
              "SELECT handover_id, position, key, body FROM outbox WHERE kind = 'owner_index'"
              " AND state = 'verified' AND key > ?1 AND key < rtrim(?1, '/') || '0'",
              prefix);
    std::vector<OwnerEntry> entries;
    while (row.next())
        entries.push_back(
            {row.text(2), m_personal.read(row.bytes(3), bodyPlace(row.text(0), row.integer(1)))});
    return entries;
}

void OutboxTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT handover_id, position, body FROM outbox WHERE length(body) > 0");
    while (row.next()) {
        const auto place = bodyPlace(row.text(0), row.integer(1));
        Query(m_database, "UPDATE outbox SET body = ? WHERE handover_id = ? AND position = ?",
              to.written(m_personal.read(row.bytes(2), place), place), row.text(0), row.integer(1))
            .run();
    }
}

}  // namespace station::store
