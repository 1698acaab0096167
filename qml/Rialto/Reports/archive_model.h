// SPDX-License-Identifier: GPL-3.0-or-later
// ArchiveModel: what was issued into a folder, and whether each file is still what was issued, to the byte. Looking is done by a
// worker thread. GUI thread.
#pragma once

#include "Feed/feed.h"
#include "reports/export/delivery/report_archive.h"

#include <QObject>
#include <QThread>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>

#include <atomic>
#include <memory>
#include <optional>

namespace rialto::reporting {

class ArchiveModel : public QObject
{
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the reports model")
    Q_PROPERTY(QVariantList rows READ rows NOTIFY changed)
    Q_PROPERTY(QStringList header READ header NOTIFY changed)
    Q_PROPERTY(bool busy READ busy NOTIFY changed)
    Q_PROPERTY(QString summary READ summary NOTIFY changed)
    Q_PROPERTY(bool good READ good NOTIFY changed)

public:
    /// `bookFolder` empty: only the folder's own manifest is asked.
    ArchiveModel(Feed& feed, QString bookFolder, QObject* parent = nullptr);
    ~ArchiveModel() override;

    void setFolder(const QString& folder) { m_folder = folder; }
    /// {cells: [file, report, issued, size, state], tone}
    QVariantList rows() const;
    QStringList header() const;
    bool busy() const { return m_worker != nullptr; }
    QString summary() const;
    bool good() const { return !m_failure && m_wrong == 0; }
    /// Reads the folder's manifest and compares every file with it and with the book's record.
    Q_INVOKABLE void refresh();
    QString pathOf(int row) const;

signals:
    void changed();
    void openRequested(const QString& path);

public slots:
    void open(int row);

private:
    struct Look {
        std::atomic<bool> cancelled{false};
        std::vector<reports::CheckedReport> entries;
        std::optional<Error> failure;
    };
    QString word(reports::FileState state) const;

    Feed& m_feed;
    QString m_bookFolder;
    QString m_folder;
    std::vector<reports::CheckedReport> m_entries;
    std::optional<Error> m_failure;
    int m_wrong = 0;
    QThread* m_worker = nullptr;
    std::shared_ptr<Look> m_look;
};

} // namespace rialto::reporting
