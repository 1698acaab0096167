// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients_desk_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"

#include <algorithm>

namespace rialto::clientdesk {

namespace {

using theme::Theme;

QVariantMap entry(const QString& label, const QString& value, int tone = Theme::Neutral)
{
    return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}, {QStringLiteral("tone"), tone}};
}

QVariantMap line(const QString& title, const QString& detail, const QString& state, int tone, qulonglong id = 0)
{
    return {{QStringLiteral("title"), title}, {QStringLiteral("detail"), detail}, {QStringLiteral("state"), state}, {QStringLiteral("tone"), tone}, {QStringLiteral("id"), id}};
}

QString thousandths(int score) { return QString::number(score / 10) + QStringLiteral(" / 100"); }

} // namespace

struct ClientsDeskModel::Job {
    BookPointer book;
    std::vector<ClientOverview> overviews;
    std::vector<PartyRow> rows;
    Money total;
    std::optional<Error> failure;

    void run(AppServices& services, const StoreOpener& open)
    {
        const auto bars = open ? open() : nullptr;
        const auto prices = bars ? pricesOf(services, *bars) : Result<PriceHistory>(unavailable("storage.cannot-open", "price history"));
        if (!prices) {
            failure = prices.error();
            return;
        }
        const Currency usd = Currency::literal("USD");
        const auto fees = feeGroups(services);
        total = Money::zero(usd);
        book->registry->each<clients::Party>([&](const auto& record, const clients::Party& party) {
            auto overview = overviewOf(*book, clients::PartyId(record.id), usd, *prices, book->tradingDay, fees);
            if (!overview)
                return;
            PartyRow row;
            row.id = overview->id;
            row.number = QString::fromStdString(party.number);
            row.name = QString::fromStdString(party.name);
            row.nameZh = QString::fromStdString(party.nameZh);
            row.kind = party.kind;
            if (overview->household.valid() && overview->household != overview->id)
                row.household = QString::fromStdString(book->registry->party(overview->household)->number);
            row.worth = overview->holdings.total;
            row.review = overview->kycState;
            row.reviewDays = overview->kycDaysLeft;
            for (const auto& due : overview->documents)
                if (due.daysLeft && (!row.paperDays || *due.daysLeft < *row.paperDays)) {
                    row.paperDays = due.daysLeft;
                    row.papers = due.state;
                }
            row.breaches = overview->breaches;
            row.tasks = int(overview->tasks.size());
            row.openHits = int(std::count_if(overview->screening.begin(), overview->screening.end(), [](const auto& each) { return each.second.decision == clients::HitDecision::Open; }));
            row.rating = overview->kyc ? overview->kyc->rating : clients::RiskRating::Unrated;
            rows.push_back(std::move(row));
            overviews.push_back(std::move(*overview));
        });
        std::map<AccountId, std::int64_t> all;
        for (const Account& account : book->accounts)
            all.emplace(account.id, clients::kWhole);
        total = holdingsOf(*book, all, usd, *prices, book->tradingDay).total;
    }
};

ClientsDeskModel::ClientsDeskModel(Feed& feed, StoreOpener openBars, QObject* parent)
    : QObject(parent), m_feed(feed), m_openBars(std::move(openBars)), m_book(feed.book()), m_parties(feed.format()), m_onboarding(feed)
{
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        const bool records = m_book && m_book->registry != book->registry;
        m_stale = m_stale || !m_book || records || m_book->ledgerGroups != book->ledgerGroups || m_book->tradingDay != book->tradingDay;
        m_book = book;
        if (records && m_shown)
            refresh();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        if (m_shown)
            m_parties.setRows(m_shown->rows);
        emit stateChanged();
        emit pageChanged();
    });
}

ClientsDeskModel::~ClientsDeskModel()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

void ClientsDeskModel::refresh()
{
    if (m_stale && !busy() && m_book && m_book->registry)
        start();
}

void ClientsDeskModel::start()
{
    m_stale = false;
    m_job = std::make_shared<Job>();
    m_job->book = m_book;
    m_worker = QThread::create([job = m_job, &services = m_feed.services(), open = m_openBars] { job->run(services, open); });
    connect(m_worker, &QThread::finished, this, [this] {
        delete std::exchange(m_worker, nullptr);
        finish(std::exchange(m_job, {}));
    });
    m_worker->start();
    emit stateChanged();
}

void ClientsDeskModel::finish(const std::shared_ptr<Job>& job)
{
    if (job->failure) {
        m_failure = message(*job->failure);
    } else {
        m_shown = job;
        m_parties.setRows(job->rows);
        if (!m_current.valid() && !job->rows.empty()) {
            const auto first = std::find_if(job->rows.begin(), job->rows.end(), [](const PartyRow& row) { return row.kind != clients::PartyKind::Household; });
            m_current = first == job->rows.end() ? job->rows.front().id : first->id;
        }
    }
    emit stateChanged();
    emit pageChanged();
    emit finished();
    if (m_stale)
        start();
}

void ClientsDeskModel::setRow(int row)
{
    if (row < 0 || row >= m_parties.rowCount() || m_parties.rows()[std::size_t(row)].id == m_current)
        return;
    m_current = m_parties.rows()[std::size_t(row)].id;
    emit pageChanged();
}

const ClientOverview* ClientsDeskModel::page() const
{
    if (!m_shown)
        return nullptr;
    for (const auto& overview : m_shown->overviews)
        if (overview.id == m_current)
            return &overview;
    return nullptr;
}

QString ClientsDeskModel::summary() const
{
    if (!m_shown)
        return busy() ? tr("Looking at every client…") : QString();
    int late = 0;
    int broken = 0;
    int people = 0;
    for (const auto& row : m_shown->rows) {
        people += row.kind == clients::PartyKind::Household ? 0 : 1;
        late += row.kind != clients::PartyKind::Household && (row.review == DueState::Overdue || row.papers == DueState::Overdue) ? 1 : 0;
        broken += row.breaches > 0 ? 1 : 0;
    }
    return tr("%1 clients · %2 under care · %3 with something overdue · %4 with a broken mandate").arg(people).arg(m_feed.format().moneyWithCode(m_shown->total)).arg(late).arg(broken);
}

QString ClientsDeskModel::name() const
{
    const auto* it = page();
    return it == nullptr ? QString() : m_feed.format().pick(it->party.name, it->party.nameZh);
}

QString ClientsDeskModel::subtitle() const
{
    const auto* it = page();
    if (it == nullptr)
        return {};
    QStringList parts{PartyTable::word(it->party.kind), QString::fromStdString(it->party.number)};
    if (it->party.born)
        parts.append((it->party.kind == clients::PartyKind::Person ? tr("born %1") : tr("since %1")).arg(m_feed.format().date(*it->party.born)));
    if (!it->party.country.empty())
        parts.append(QString::fromStdString(it->party.country));
    for (const auto& contact : it->contacts)
        parts.append(QString::fromStdString(contact.value));
    return parts.join(QStringLiteral(" · "));
}

QString ClientsDeskModel::nodeName(const clients::Node& node) const
{
    if (node.account.valid()) {
        const Account* account = m_shown->book->account(node.account);
        return account == nullptr ? QString() : QString::fromStdString(account->number) + QStringLiteral(" · ") + QString::fromStdString(account->base.code());
    }
    const clients::Party* party = m_shown->book->registry->party(node.party);
    return party == nullptr ? QString() : m_feed.format().pick(party->name, party->nameZh);
}

QVariantList ClientsDeskModel::tree() const
{
    QVariantList list;
    if (const auto* it = page())
        for (const auto& row : it->tree) {
            const clients::Party* party = m_shown->book->registry->party(row.node.party);
            list.append(QVariantMap{{QStringLiteral("depth"), row.depth}, {QStringLiteral("title"), nodeName(row.node)},
                {QStringLiteral("detail"), party != nullptr ? PartyTable::word(party->kind) : tr("Account")},
                {QStringLiteral("share"), row.depth == 0 || row.role == "member" ? QString() : m_feed.format().percent(row.share)},
                {QStringLiteral("here"), row.node.party.valid() && row.node.party == m_current}, {QStringLiteral("row"), party != nullptr ? m_parties.rowOf(row.node.party) : -1}});
        }
    return list;
}

QVariantList ClientsDeskModel::figures() const
{
    const auto* it = page();
    if (it == nullptr)
        return {};
    QVariantList list{entry(tr("Worth"), m_feed.format().moneyWithCode(it->holdings.total)), entry(tr("Cash"), m_feed.format().moneyWithCode(it->holdings.cash)),
        entry(tr("Accounts"), QString::number(it->shares.size())), entry(tr("Holdings"), QString::number(it->holdings.holdings.size()))};
    if (!it->holdings.missing.empty())
        list.append(entry(tr("Without price or rate"), QString::number(it->holdings.missing.size()), Theme::Warning));
    return list;
}

QVariantList ClientsDeskModel::review() const
{
    const auto* it = page();
    if (it == nullptr || it->party.kind == clients::PartyKind::Household)
        return {};
    const auto& format = m_feed.format();
    QVariantList list;
    list.append(entry(tr("Review"), PartyTable::dueText(it->kycState, it->kycDaysLeft), PartyTable::dueTone(it->kycState)));
    if (it->kyc) {
        list.append(entry(tr("Risk rating"), PartyTable::word(it->kyc->rating), it->kyc->rating == clients::RiskRating::High ? Theme::Warning : Theme::Neutral));
        if (it->kyc->reviewed)
            list.append(entry(tr("Last review"), format.date(*it->kyc->reviewed)));
        if (it->kyc->exposed)
            list.append(entry(tr("Politically exposed"), tr("Yes"), Theme::Warning));
    }
    const auto open = std::count_if(it->screening.begin(), it->screening.end(), [](const auto& each) { return each.second.decision == clients::HitDecision::Open; });
    list.append(entry(tr("Screening hits to decide"), QString::number(open), open > 0 ? Theme::Danger : Theme::Neutral));
    if (it->assessment) {
        list.append(entry(tr("Risk profile"), profileWord(it->assessment->profile)));
        list.append(entry(tr("Portfolio risk, limit"), thousandths(it->suitability->portfolioRisk) + QStringLiteral(", ") + thousandths(it->suitability->limit),
            it->suitability->suits ? Theme::Neutral : Theme::Danger));
    }
    return list;
}

QVariantList ClientsDeskModel::holdings() const
{
    QVariantList list;
    const auto* it = page();
    if (it == nullptr)
        return list;
    std::vector<const ValuedHolding*> sorted;
    for (const auto& holding : it->holdings.holdings)
        sorted.push_back(&holding);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto* a, const auto* b) { return a->base.minor() > b->base.minor(); });
    for (const auto* holding : sorted) {
        const Instrument* instrument = m_shown->book->instrument(holding->instrument);
        const auto part = it->holdings.total.minor() > 0 ? mulDiv(holding->base.minor(), clients::kWhole, it->holdings.total.minor(), Rounding::HalfEven) : std::nullopt;
        list.append(QVariantMap{{QStringLiteral("symbol"), QString::fromStdString(instrument->symbol)}, {QStringLiteral("name"), m_feed.format().name(*instrument)},
            {QStringLiteral("quantity"), m_feed.format().quantity(holding->quantity)}, {QStringLiteral("value"), m_feed.format().money(holding->base)},
            {QStringLiteral("part"), part ? m_feed.format().percent(*part) : QString()}});
    }
    return list;
}

QVariantList ClientsDeskModel::documents() const
{
    QVariantList list;
    if (const auto* it = page())
        for (const auto& due : it->documents) {
            QString detail = QString::fromStdString(due.document.number);
            if (due.document.expires)
                detail += (detail.isEmpty() ? QString() : QStringLiteral(" · ")) + tr("until %1").arg(m_feed.format().date(*due.document.expires));
            list.append(line(documentWord(due.document.kind), detail, PartyTable::dueText(due.state, due.daysLeft), PartyTable::dueTone(due.state), due.id));
        }
    return list;
}

QVariantList ClientsDeskModel::rules() const
{
    QVariantList list;
    if (const auto* it = page())
        for (const auto& mandate : it->mandates)
            for (const auto& outcome : mandate.outcomes)
                list.append(line(QString::fromStdString(outcome.rule->text), QString::fromStdString(outcome.kept ? outcome.measured : outcome.why),
                    outcome.kept ? tr("Kept") : outcome.rule->warning ? tr("Warning") : mandate.mandate.inForce ? tr("Broken") : tr("Would break"),
                    outcome.kept ? Theme::Success : outcome.rule->warning || !mandate.mandate.inForce ? Theme::Warning : Theme::Danger, mandate.id));
    return list;
}

QVariantList ClientsDeskModel::fees() const
{
    QVariantList list;
    if (const auto* it = page())
        for (const auto& fee : it->fees)
            list.append(line(m_feed.format().date(fee.date), nodeName(clients::Node::of(fee.account)), m_feed.format().moneyWithCode(fee.amount), Theme::Neutral));
    return list;
}

QVariantList ClientsDeskModel::tasks() const
{
    QVariantList list;
    if (const auto* it = page())
        for (const auto& [id, task] : it->tasks) {
            std::optional<int> days;
            const DueState state = dueState(task.due, m_shown->book->tradingDay, &days);
            list.append(line(QString::fromStdString(task.title), QString::fromStdString(task.assignee), task.due ? m_feed.format().date(*task.due) : QString(),
                state == DueState::Overdue ? int(Theme::Danger) : int(Theme::Neutral), id));
        }
    return list;
}

QVariantList ClientsDeskModel::approvals() const
{
    QVariantList list;
    if (!m_shown)
        return list;
    m_shown->book->registry->each<clients::Approval>([&](const auto& record, const clients::Approval& approval) {
        if (approval.state != clients::ApprovalState::Waiting)
            return;
        QVariantMap row = line(QString::fromStdString(approval.title), tr("asked by %1").arg(QString::fromStdString(approval.requestedBy)),
            approval.party.valid() ? nodeName(clients::Node::of(approval.party)) : QString(), Theme::Pending, record.id);
        row.insert(QStringLiteral("row"), approval.party.valid() ? m_parties.rowOf(approval.party) : -1);
        list.append(row);
    });
    return list;
}

void ClientsDeskModel::send(clients::RecordKind kind, std::uint64_t id, clients::RecordBody body)
{
    const auto* before = id == 0 ? nullptr : m_book->registry->find(kind, id);
    clients::ClientRecord record;
    record.id = before != nullptr ? id : m_book->registry->nextId(kind);
    record.revision = before != nullptr ? before->revision + 1 : 1;
    record.by = deskUser();
    record.body = std::move(body);
    m_feed.command(RecordClients{{}, {}, {std::move(record)}}, [this](const Result<Reply>& reply) {
        m_failure = !reply ? message(reply.error()) : reply->accepted ? QString() : message(reply->refusals.front().code, reply->refusals.front().detail);
        emit stateChanged();
    });
}

void ClientsDeskModel::finishTask(qulonglong id)
{
    const auto* record = m_book->registry->find(clients::RecordKind::Task, id);
    if (record == nullptr)
        return;
    auto task = std::get<clients::Task>(record->body);
    task.state = clients::TaskState::Done;
    send(clients::RecordKind::Task, id, std::move(task));
}

void ClientsDeskModel::decide(qulonglong id, bool approve, const QString& reason)
{
    const auto* record = m_book->registry->find(clients::RecordKind::Approval, id);
    if (record == nullptr)
        return;
    auto approval = std::get<clients::Approval>(record->body);
    approval.state = approve ? clients::ApprovalState::Approved : clients::ApprovalState::Refused;
    approval.decidedBy = deskUser();
    approval.reason = reason.toStdString();
    send(clients::RecordKind::Approval, id, std::move(approval));
}

void ClientsDeskModel::recordReview(int rating)
{
    if (page() == nullptr || rating < 0 || rating > 2)
        return;
    std::uint64_t id = 0;
    clients::Kyc kyc;
    m_book->registry->each<clients::Kyc>([&](const auto& record, const clients::Kyc& body) {
        if (body.party == m_current) {
            id = record.id;
            kyc = body;
        }
    });
    kyc.party = m_current;
    kyc.status = clients::KycStatus::Approved;
    kyc.rating = static_cast<clients::RiskRating>(rating + 1);
    kyc.reviewed = m_book->tradingDay;
    kyc.nextReview = m_book->tradingDay + 365 * (3 - rating);
    send(clients::RecordKind::Kyc, id, std::move(kyc));
}

} // namespace rialto::clientdesk
