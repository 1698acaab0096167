// SPDX-License-Identifier: GPL-3.0-or-later
#include "command_list.h"

#include "Market/quote_model.h"

#include <algorithm>

namespace rialto {
namespace {

constexpr std::size_t kMostHits = 40;

bool startsAWord(const QString& text, const QString& query)
{
    for (qsizetype at = text.indexOf(query, 0, Qt::CaseInsensitive); at >= 0; at = text.indexOf(query, at + 1, Qt::CaseInsensitive))
        if (at == 0 || !text[at - 1].isLetterOrNumber())
            return true;
    return false;
}

} // namespace

CommandList::CommandList(Feed& feed, QObject* parent) : QAbstractListModel(parent), m_feed(feed)
{
    connect(&feed, &Feed::bookChanged, this, &CommandList::readBook);
    connect(&feed, &Feed::languageChanged, this, &CommandList::search);
    readBook();
}

void CommandList::setCommands(std::vector<Command> commands)
{
    m_commands = std::move(commands);
    search();
}

void CommandList::readBook()
{
    const auto& book = m_feed.book();
    if (!book || !book->instruments || (book->instruments == m_instruments && book->accounts.size() == m_accounts))
        return;
    m_instruments = book->instruments;
    m_accounts = book->accounts.size();
    m_entries.clear();
    const auto enter = [this](Entry entry) {
        entry.initials = m_pinyin.of(entry.nameZh);
        m_entries.push_back(std::move(entry));
    };
    for (const Instrument& instrument : *m_instruments)
        enter({instrument.id, {}, QString::fromStdString(instrument.symbol), QString::fromStdString(instrument.name),
            QString::fromStdString(instrument.nameZh), {}});
    for (const Account& account : book->accounts)
        if (const Client* client = book->client(account.client))
            enter({{}, account.id, QString::fromStdString(account.number), QString::fromStdString(client->name),
                QString::fromStdString(client->nameZh), {}});
    search();
}

void CommandList::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_query = query;
    search();
}

void CommandList::setAdding(bool adding)
{
    if (adding == m_adding)
        return;
    m_adding = adding;
    emit addingChanged();
    search();
}

// Lower is better; -1 is no hit. Instruments rank before accounts of the same quality because entries keep their order.
int CommandList::rankOf(const Entry& entry, const QString& query)
{
    if (entry.symbol.compare(query, Qt::CaseInsensitive) == 0)
        return 0;
    if (entry.symbol.startsWith(query, Qt::CaseInsensitive))
        return 1;
    if (startsAWord(entry.name, query) || entry.nameZh.startsWith(query))
        return 2;
    if (entry.initials.startsWith(query, Qt::CaseInsensitive))
        return 3;
    if (entry.symbol.contains(query, Qt::CaseInsensitive) || entry.name.contains(query, Qt::CaseInsensitive) || entry.nameZh.contains(query))
        return 4;
    return -1;
}

void CommandList::search()
{
    beginResetModel();
    m_hits.clear();
    const QString query = m_query.trimmed();
    if (!m_adding)
        for (std::size_t i = 0; i < m_commands.size(); ++i) {
            const Command& command = m_commands[i];
            const bool hit = query.isEmpty() || startsAWord(command.title(), query) || startsAWord(command.words, query)
                || command.title().contains(query);
            if (hit)
                m_hits.push_back({query.isEmpty() ? 0 : 3, -1, int(i)});
        }
    if (!query.isEmpty() || m_adding)
        for (std::size_t i = 0; i < m_entries.size(); ++i) {
            const int rank = query.isEmpty() ? 5 : rankOf(m_entries[i], query);
            if (rank >= 0 && (!m_adding || m_entries[i].instrument.valid()))
                m_hits.push_back({rank, int(i), -1});
        }
    std::stable_sort(m_hits.begin(), m_hits.end(), [](const Hit& a, const Hit& b) { return a.rank < b.rank; });
    if (m_hits.size() > kMostHits)
        m_hits.resize(kMostHits);
    endResetModel();
    emit queryChanged();
}

bool CommandList::run(int row)
{
    if (row < 0 || row >= count())
        return false;
    const Hit hit = m_hits[std::size_t(row)];
    if (hit.command >= 0) {
        const auto action = m_commands[std::size_t(hit.command)].run;
        action();
        return true;
    }
    const Entry entry = m_entries[std::size_t(hit.entry)];
    if (entry.account.valid()) {
        m_feed.selection().setAccount(entry.account);
        return true;
    }
    m_feed.selection().setInstrument(entry.instrument);
    if (m_adding)
        emit instrumentAdded(entry.symbol);
    else
        emit instrumentPicked(entry.symbol);
    return true;
}

QString CommandList::accountDetail(AccountId id) const
{
    const Account* account = m_feed.book()->account(id);
    const Client* client = account != nullptr ? m_feed.book()->client(account->client) : nullptr;
    return client != nullptr ? m_feed.format().pick(client->name, client->nameZh) : QString();
}

int CommandList::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : count(); }

QVariant CommandList::data(const QModelIndex& index, int role) const
{
    if (index.row() < 0 || index.row() >= count())
        return {};
    const Hit& hit = m_hits[std::size_t(index.row())];
    if (hit.command >= 0) {
        const Command& command = m_commands[std::size_t(hit.command)];
        switch (role) {
        case TitleRole: return command.title();
        case DetailRole: return QString();
        case KindRole: return command.kind == Command::Kind::Workspace ? tr("Workspace") : tr("Action");
        case SymbolRole: return command.symbol;
        case ShortcutRole: return command.shortcut;
        default: return {};
        }
    }
    const Entry& entry = m_entries[std::size_t(hit.entry)];
    const Instrument* instrument = entry.instrument.valid() ? m_feed.book()->instrument(entry.instrument) : nullptr;
    switch (role) {
    case TitleRole: return entry.symbol;
    case DetailRole: return instrument != nullptr ? m_feed.format().name(*instrument) : accountDetail(entry.account);
    case KindRole: return instrument != nullptr ? assetClassName(instrument->assetClass()) : tr("Account");
    case SymbolRole: return instrument != nullptr ? QStringLiteral("chart") : QStringLiteral("user");
    case ShortcutRole: return QString();
    default: return {};
    }
}

QHash<int, QByteArray> CommandList::roleNames() const
{
    return {{TitleRole, "title"}, {DetailRole, "detail"}, {KindRole, "kind"}, {SymbolRole, "symbol"}, {ShortcutRole, "shortcut"}};
}

} // namespace rialto
