#include "core/store/notices_table.h"

#include "core/store/query.h"

namespace station::store {
namespace {

NoticeTarget targetFrom(const QString &name)
{
    return name == targetName(NoticeTarget::Webhook) ? NoticeTarget::Webhook : NoticeTarget::Portal;
}

QByteArray bodyPlace(const QString &handoverId, const QString &target)
{
    return placeOf("notices.body", {handoverId, target});
}

QByteArray wordsPlace(const QString &handoverId, const QString &target)
{
    return placeOf("notices.words", {handoverId, target});
}

}  // namespace

void NoticesTable::insert(const QString &handoverId, const NewNotice &notice)
{
    const QString target = targetName(notice.target);
    Query(m_database, "INSERT INTO notices (handover_id, target, body) VALUES (?, ?, ?)",
          handoverId, target, m_personal.written(notice.body, bodyPlace(handoverId, target)))
        .run();
}

std::vector<Notice> NoticesTable::open() const
{
    Query row(
        m_database,
        "SELECT n.handover_id, n.target, h.dossier_uuid, n.body, n.words, n.failures,"
        " n.failing_since_ms, n.next_at_ms, n.last_fault, n.last_detail, n.dead,"
        " EXISTS (SELECT 1 FROM handovers e JOIN notices t ON t.handover_id = e.id"
        "  WHERE e.dossier_uuid = h.dossier_uuid AND t.target = n.target AND t.state = 'told')"
        " FROM notices n JOIN handovers h ON h.id = n.handover_id"
        " WHERE n.state = 'open' AND h.complete = 1 ORDER BY n.handover_id, n.target");
    std::vector<Notice> list;
    while (row.next()) {
        const QString id = row.text(0);
        const QString target = row.text(1);
        list.push_back({.handoverId = id,
                        .target = targetFrom(target),
                        .dossierUuid = row.text(2),
                        .body = m_personal.read(row.bytes(3), bodyPlace(id, target)),
                        .words = m_personal.readText(row.bytes(4), wordsPlace(id, target)),
                        .wait = {.failures = row.integer(5),
                                 .sinceMs = row.number(6),
                                 .nextAtMs = row.number(7),
                                 .fault = row.text(8),
                                 .detail = row.text(9),
                                 .dead = row.flag(10)},
                        .toldBefore = row.flag(11)});
    }
    return list;
}

bool NoticesTable::markTold(const Notice &notice)
{
    return Query(m_database,
                 "UPDATE notices SET state = 'told', body = '', words = '', failures = 0,"
                 " failing_since_ms = 0, next_at_ms = 0, last_fault = '', last_detail = '',"
                 " dead = 0 WHERE handover_id = ? AND target = ? AND state = 'open'",
                 notice.handoverId, targetName(notice.target))
               .run() == 1;
}

void NoticesTable::replaceBefore(const Notice &notice)
{
    Query(m_database,
          "UPDATE notices SET state = 'replaced', body = '', words = '' WHERE target = ? AND state "
          "= 'open'"
          " AND handover_id IN (SELECT id FROM handovers WHERE dossier_uuid = ? AND id < ?)",
          targetName(notice.target), notice.dossierUuid, notice.handoverId)
        .run();
}

void NoticesTable::setWait(const Notice &notice)
{
    const QString target = targetName(notice.target);
    const auto &wait = notice.wait;
    Query(m_database,
          "UPDATE notices SET words = ?, failures = ?, failing_since_ms = ?, next_at_ms = ?,"
          " last_fault = ?, last_detail = ?, dead = ?"
          " WHERE handover_id = ? AND target = ? AND state = 'open'",
          m_personal.written(notice.words, wordsPlace(notice.handoverId, target)), wait.failures,
          wait.sinceMs, wait.nextAtMs, wait.fault, wait.detail, wait.dead, notice.handoverId,
          target)
        .run();
}

int NoticesTable::forgetFailures(const QString &dossierUuid)
{
    return Query(m_database,
                 "UPDATE notices SET failures = 0, failing_since_ms = 0, next_at_ms = 0, dead = 0"
                 " WHERE state = 'open' AND failures > 0 AND (?1 = '' OR handover_id IN"
                 " (SELECT id FROM handovers WHERE dossier_uuid = ?1))",
                 dossierUuid)
        .run();
}

void NoticesTable::rewrite(const PersonalColumns &to)
{
    Query row(m_database, "SELECT handover_id, target, body, words FROM notices");
    while (row.next()) {
        const QString id = row.text(0);
        const QString target = row.text(1);
        const auto body = bodyPlace(id, target);
        const auto words = wordsPlace(id, target);
        Query(m_database,
              "UPDATE notices SET body = ?, words = ? WHERE handover_id = ? AND target = ?",
              to.written(m_personal.read(row.bytes(2), body), body),
              to.written(m_personal.read(row.bytes(3), words), words), id, target)
            .run();
    }
}

}  // namespace station::store
