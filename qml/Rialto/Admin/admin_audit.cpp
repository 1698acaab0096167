// SPDX-License-Identifier: GPL-3.0-or-later
// The part of AdminModel that looks at the audit log, and the one that reveals a client.
#include "admin_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "security/audit_verifier.h"

#include <QDate>
#include <QDir>
#include <QFile>
#include <QPointer>
#include <QStandardPaths>

#include <fstream>

namespace rialto::admin {

namespace {

constexpr int kShownMillis = 60'000; // of revealed data

struct Checked {
    security::AuditVerdict verdict;
    std::optional<std::int64_t> alteredFact;
};

Result<Checked> check(BookSession& session)
{
    const std::string path = session.directory() + "/audit-check.jsonl";
    if (const auto exported = session.exportAudit(path); !exported)
        return exported.error();
    Checked checked;
    {
        std::ifstream input(path, std::ios::binary);
        checked.verdict = security::verifyAudit(input, "", "");
    }
    QFile::remove(QString::fromStdString(path));
    if (!checked.verdict.intact)
        return checked;
    const auto altered = session.firstAlteredFact();
    if (!altered)
        return altered.error();
    checked.alteredFact = *altered;
    return checked;
}

} // namespace

void AdminModel::verifyAudit()
{
    if (m_session == nullptr)
        return;
    auto checked = std::make_shared<Checked>();
    work(
        [session = m_session, checked]() -> Result<void> {
            auto done = check(*session);
            if (!done)
                return done.error();
            *checked = std::move(*done);
            return {};
        },
        [this, checked] {
            const auto& verdict = checked->verdict;
            const bool good = verdict.intact && !checked->alteredFact;
            m_verdictTone = good ? theme::Theme::Success : theme::Theme::Danger;
            if (!verdict.intact)
                m_verdict = tr("Altered: record %1 (line %2) is not as it was written.").arg(verdict.badRecord).arg(verdict.badLine);
            else if (checked->alteredFact)
                m_verdict = tr("Altered: fact %1 of the book is not as the log remembers it.").arg(*checked->alteredFact);
            else
                m_verdict = tr("Whole: %1 records, %2 signed checkpoints, and every fact of the book is as the log remembers it. Anchor: %3")
                                .arg(qulonglong(verdict.records))
                                .arg(qulonglong(verdict.checkpoints))
                                .arg(QString::fromStdString(verdict.head));
            emit changed();
        });
}

QString AdminModel::exportFile() const
{
    QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    if (folder.isEmpty())
        folder = QDir::homePath();
    return QDir(folder).filePath(QStringLiteral("rialto-audit-%1.jsonl").arg(QDate::currentDate().toString(Qt::ISODate)));
}

void AdminModel::exportAudit(const QString& file)
{
    if (m_session == nullptr || file.trimmed().isEmpty())
        return;
    auto anchor = std::make_shared<std::string>();
    work(
        [session = m_session, anchor, path = file.trimmed().toStdString()]() -> Result<void> {
            auto exported = session->exportAudit(path);
            if (!exported)
                return exported.error();
            *anchor = std::move(*exported);
            return {};
        },
        [this, anchor, file] { say(tr("Written to %1. Keep its anchor elsewhere: %2").arg(file.trimmed(), QString::fromStdString(*anchor))); });
}

void AdminModel::reveal(int row, const QString& reason)
{
    const QString id = m_clients.idOf(row);
    if (id.isEmpty())
        return;
    hide();
    m_feed.services().revealClient(ClientId(id.toULongLong()), reason.trimmed().toStdString(), [self = QPointer<AdminModel>(this), feed = &m_feed](const Result<Client>& client) {
        feed->inGuiThread([self, client] {
            if (!self)
                return;
            if (!client)
                return self->complain(message(client.error()));
            const auto entry = [](const QString& label, const std::string& value) {
                return QVariantMap{{QStringLiteral("label"), label}, {QStringLiteral("value"), value.empty() ? Format::none() : QString::fromStdString(value)}, {QStringLiteral("tone"), int(theme::Theme::Neutral)}};
            };
            self->m_revealed = {entry(tr("Number"), client->number), entry(tr("Name"), client->name), entry(tr("Chinese name"), client->nameZh)};
            self->m_hide.start(kShownMillis);
            self->say(tr("Shown for a minute; the audit log keeps who looked, at whom and why."));
        });
    });
}

void AdminModel::hide()
{
    m_hide.stop();
    m_revealed.clear();
    emit changed();
}

} // namespace rialto::admin
