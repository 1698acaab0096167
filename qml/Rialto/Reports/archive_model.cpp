// SPDX-License-Identifier: GPL-3.0-or-later
#include "archive_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>

namespace rialto::reporting {

ArchiveModel::ArchiveModel(Feed& feed, QString bookFolder, QObject* parent) : QObject(parent), m_feed(feed), m_bookFolder(std::move(bookFolder))
{
    connect(&feed, &Feed::languageChanged, this, &ArchiveModel::changed);
}

ArchiveModel::~ArchiveModel()
{
    if (m_worker == nullptr)
        return;
    m_look->cancelled = true;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

QStringList ArchiveModel::header() const { return {tr("File"), tr("Issued"), tr("Size"), tr("State")}; }

QString ArchiveModel::word(reports::FileState state) const
{
    switch (state) {
    case reports::FileState::AsIssued: return tr("As issued");
    case reports::FileState::Changed: return tr("Changed");
    case reports::FileState::Missing: return tr("Missing");
    case reports::FileState::NotInRecord: return tr("Not in the book");
    }
    return {};
}

QVariantList ArchiveModel::rows() const
{
    QVariantList rows;
    for (const auto& entry : m_entries) {
        const auto& file = entry.issued.file;
        const QString issued = QString::fromStdString(entry.issued.issued).left(16).replace(QLatin1Char('T'), QLatin1Char(' '));
        QVariantMap row{{QStringLiteral("cells"), QStringList{QString::fromStdString(file.name), issued, QStringLiteral("%1 KB").arg(m_feed.format().count((file.bytes + 1023) / 1024)), word(entry.state)}}};
        row.insert(QStringLiteral("good"), entry.state == reports::FileState::AsIssued);
        if (entry.state != reports::FileState::AsIssued)
            row.insert(QStringLiteral("tone"), int(theme::Theme::Danger));
        rows.append(row);
    }
    return rows;
}

QString ArchiveModel::summary() const
{
    if (m_failure)
        return message(*m_failure);
    if (m_entries.empty())
        return {};
    const QString files = tr("%n file(s)", nullptr, int(m_entries.size()));
    return files + QStringLiteral(" · ") + (m_wrong == 0 ? tr("all as issued") : tr("%n not as issued", nullptr, m_wrong));
}

QString ArchiveModel::pathOf(int row) const
{
    return row < 0 || row >= int(m_entries.size()) ? QString() : QString::fromStdString(m_entries[std::size_t(row)].issued.file.path);
}

void ArchiveModel::open(int row)
{
    if (const QString path = pathOf(row); !path.isEmpty() && QFileInfo::exists(path))
        emit openRequested(path);
}

void ArchiveModel::refresh()
{
    if (busy())
        return;
    m_look = std::make_shared<Look>();
    m_worker = QThread::create([look = m_look, folder = QDir::fromNativeSeparators(m_folder).toStdString(), book = m_bookFolder.toStdString()] {
        auto checked = reports::checkFolder(folder, book, look->cancelled);
        if (!checked) {
            look->failure = checked.error();
            return;
        }
        look->entries = std::move(*checked);
        std::stable_sort(look->entries.begin(), look->entries.end(), [](const auto& a, const auto& b) { return a.issued.issued > b.issued.issued; });
    });
    connect(m_worker, &QThread::finished, this, [this, look = m_look] {
        m_worker->deleteLater();
        m_worker = nullptr;
        m_entries = std::move(look->entries);
        m_failure = look->failure;
        m_wrong = int(std::count_if(m_entries.begin(), m_entries.end(), [](const auto& entry) { return entry.state != reports::FileState::AsIssued; }));
        emit changed();
    });
    m_worker->start();
    emit changed();
}

} // namespace rialto::reporting
