// SPDX-License-Identifier: GPL-3.0-or-later
// CommandList: what the command field offers for what is typed: instruments (by symbol, either name, pinyin initials),
// accounts, workspaces and actions, best first. GUI thread. Nothing typed: workspaces and actions.
#pragma once

#include "pinyin.h"

#include "Feed/feed.h"

#include <QAbstractListModel>

#include <functional>
#include <vector>

namespace rialto {

/// Something the user can do by name. Texts are made when they are shown, so they follow the language.
struct Command {
    enum class Kind { Workspace, Action };
    Kind kind = Kind::Action;
    std::function<QString()> title;
    QString shortcut;
    QString symbol;   // a drawing of kit::Icon
    QString words;    // further words that find it, lower case, in any language
    std::function<void()> run;
};

class CommandList : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the workstation")
    Q_PROPERTY(QString query READ query WRITE setQuery NOTIFY queryChanged)
    Q_PROPERTY(int count READ count NOTIFY queryChanged)
    /// Only instruments, and choosing one adds it to the watchlist.
    Q_PROPERTY(bool adding READ adding WRITE setAdding NOTIFY addingChanged)

public:
    enum Role { TitleRole = Qt::UserRole + 1, DetailRole, KindRole, SymbolRole, ShortcutRole };

    explicit CommandList(Feed& feed, QObject* parent = nullptr);

    void setCommands(std::vector<Command> commands);
    QString query() const { return m_query; }
    void setQuery(const QString& query);
    int count() const { return int(m_hits.size()); }
    bool adding() const { return m_adding; }
    void setAdding(bool adding);

    /// Does what row says; false when there is no such row.
    Q_INVOKABLE bool run(int row);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

signals:
    void queryChanged();
    void addingChanged();
    void instrumentPicked(const QString& symbol);
    void instrumentAdded(const QString& symbol);

private:
    struct Entry {
        InstrumentId instrument;
        AccountId account;
        QString symbol, name, nameZh, initials;
    };
    struct Hit {
        int rank = 0;
        int entry = -1;    // of m_entries
        int command = -1;  // of m_commands
    };
    void readBook();
    void search();
    static int rankOf(const Entry& entry, const QString& query);
    QString accountDetail(AccountId account) const;

    Feed& m_feed;
    PinyinInitials m_pinyin;
    std::vector<Command> m_commands;
    std::vector<Entry> m_entries;
    std::vector<Hit> m_hits;
    std::shared_ptr<const std::vector<Instrument>> m_instruments;
    std::size_t m_accounts = 0;
    QString m_query;
    bool m_adding = false;
};

} // namespace rialto
