// SPDX-License-Identifier: GPL-3.0-or-later
#include "advice_model.h"

#include "Feed/messages.h"
#include "Theme/theme.h"
#include "advice/advice_words.h"
#include "clients/suitability/questionnaire.h"
#include "services/client_plan.h"
#include "services/report_source.h"

#include <algorithm>
#include <array>

namespace rialto::advising {

namespace {

constexpr std::array<std::int64_t, 4> kBands{2'000'000, 3'000'000, 5'000'000, 10'000'000};
constexpr std::array<clients::RiskProfile, 5> kProfiles{clients::RiskProfile::Conservative, clients::RiskProfile::Cautious, clients::RiskProfile::Balanced, clients::RiskProfile::Growth, clients::RiskProfile::Aggressive};

QString text(const std::string& words) { return QString::fromStdString(words); }

std::optional<std::int64_t> rateOf(const QString& percent)
{
    const auto units = parseDecimal(percent.trimmed().toStdString(), 6);
    if (!units || *units < 0 || *units > kFixedOne)
        return std::nullopt;
    return *units;
}

} // namespace

AdviceModel::AdviceModel(Feed& feed, StoreOpener openBars, QObject* parent) : QObject(parent), m_feed(feed), m_openBars(std::move(openBars)), m_book(feed.book()), m_answers(clients::standardQuestionnaire().questions.size(), -1)
{
    connect(&feed, &Feed::bookChanged, this, [this](const BookPointer& book) {
        const bool clientsNew = !m_book || m_book->clients.size() != book->clients.size();
        m_stale = m_stale || !m_book || m_book->ledgerGroups != book->ledgerGroups || m_book->tradingDay != book->tradingDay || m_book->registry != book->registry;
        m_book = book;
        if (clientsNew)
            emit clientsChanged();
    });
    connect(&feed, &Feed::languageChanged, this, [this] {
        emit clientsChanged();
        emit choicesChanged();
        emit changed();
        emit questionsChanged();
        emit answersChanged();
    });
}

AdviceModel::~AdviceModel()
{
    if (m_worker == nullptr)
        return;
    m_worker->disconnect(this);
    m_worker->wait();
    delete m_worker;
}

QStringList AdviceModel::clients() const
{
    QStringList list;
    if (m_book)
        for (const Client& client : m_book->clients)
            list.append(text(client.number) + QStringLiteral(" · ") + m_feed.format().pick(client.name, client.nameZh));
    return list;
}

void AdviceModel::setClientIndex(int index)
{
    if (index == m_clientIndex || !m_book || index < 0 || index >= int(m_book->clients.size()))
        return;
    m_clientIndex = index;
    forget();
    emit clientsChanged();
    refresh();
}

QStringList AdviceModel::profiles() const
{
    QStringList list{tr("As assessed")};
    for (const auto profile : kProfiles)
        list.append(QString::fromUtf8(advice::profileTitle(profile, m_feed.format().chinese())));
    return list;
}

void AdviceModel::setProfileIndex(int index)
{
    if (index == m_profileIndex || index < 0 || index > int(kProfiles.size()))
        return;
    m_profileIndex = index;
    forget();
    emit choicesChanged();
    refresh();
}

void AdviceModel::setBandIndex(int index)
{
    if (index == m_bandIndex || index < 0 || index >= int(kBands.size()))
        return;
    m_bandIndex = index;
    forget();
    emit choicesChanged();
    refresh();
}

void AdviceModel::setShortRate(const QString& rate)
{
    if (rate == m_shortRate)
        return;
    m_shortRate = rate;
    forget();
    emit choicesChanged();
    refresh();
}

void AdviceModel::setLongRate(const QString& rate)
{
    if (rate == m_longRate)
        return;
    m_longRate = rate;
    forget();
    emit choicesChanged();
    refresh();
}

std::optional<advice::TaxRates> AdviceModel::rates() const
{
    const auto shortTerm = rateOf(m_shortRate);
    const auto longTerm = rateOf(m_longRate);
    if (!shortTerm || !longTerm)
        return std::nullopt;
    return advice::TaxRates{*shortTerm, *longTerm};
}

void AdviceModel::forget()
{
    m_stale = true;
    m_failure.reset();
    m_answer.reset();
    emit changed();
}

void AdviceModel::refresh()
{
    if (m_stale && !busy() && ratesFine() && m_book && m_clientIndex < int(m_book->clients.size()))
        start();
}

void AdviceModel::start()
{
    m_stale = false;
    m_failure.reset();
    auto answer = std::make_shared<Answer>();
    const ClientId client = m_book->clients[std::size_t(m_clientIndex)].id;
    const auto profile = m_profileIndex == 0 ? std::nullopt : std::optional(kProfiles[std::size_t(m_profileIndex - 1)]);
    m_worker = QThread::create([answer, client, profile, band = kBands[std::size_t(m_bandIndex)], tax = *rates(), &services = m_feed.services(), open = m_openBars] {
        const auto bars = open ? open() : nullptr;
        if (!bars) {
            answer->failure = unavailable("storage.cannot-open", "price history");
            return;
        }
        const auto source = ReportSource::gather(services, *bars, client);
        const auto definition = reports::findReport("tax-lots");
        if (!source || !definition) {
            answer->failure = source ? definition.error() : source.error();
            return;
        }
        const auto inputs = (*source)->statementInputs(client, {});
        const auto data = (*source)->data(*definition, client, {}, false);
        if (!inputs || !data) {
            answer->failure = inputs ? data.error() : inputs.error();
            return;
        }
        auto plan = clientPlan(*inputs, *data, (*source)->book() ? (*source)->book()->registry.get() : nullptr);
        if (!plan) {
            answer->failure = plan.error();
            return;
        }
        if (profile) {
            plan->profile = *profile;
            plan->score.reset();
            plan->assessed.reset();
        }
        answer->base = plan->base;
        for (const auto& symbol : plan->left)
            answer->left.append(text(symbol));
        advice::HarvestOptions losses;
        losses.today = plan->day;
        losses.base = plan->base;
        losses.leastLoss = Money::zero(plan->base);
        losses.tax = tax;
        if (auto found = advice::findLosses(plan->positions, losses))
            answer->harvest = std::move(*found);
        advice::RebalanceOptions options;
        options.absoluteBand = band;
        options.tax = tax;
        answer->facts = proposalOf(std::move(*plan), advice::houseModels(), options, (*source)->instruments(), (*source)->prices());
    });
    connect(m_worker, &QThread::finished, this, [this, answer] {
        m_worker->deleteLater();
        m_worker = nullptr;
        if (!m_stale) {
            m_failure = answer->failure;
            if (!answer->failure)
                m_answer = answer;
        }
        emit changed();
        emit finished();
        refresh();
    });
    m_worker->start();
    emit changed();
}

QString AdviceModel::failure() const
{
    if (m_failure)
        return message(*m_failure);
    if (m_answer && m_answer->facts.problem)
        return m_feed.format().pick(m_answer->facts.problem->en, m_answer->facts.problem->zh);
    return {};
}

QString AdviceModel::profileText() const
{
    if (!m_answer)
        return {};
    const auto& facts = m_answer->facts;
    QString words = QString::fromUtf8(advice::profileTitle(facts.profile, m_feed.format().chinese()));
    if (facts.score)
        words += QStringLiteral(" · ") + tr("score %1").arg(text(formatDecimal(*facts.score, 3, 2)));
    if (facts.assessed)
        words += QStringLiteral(" · ") + m_feed.format().date(*facts.assessed);
    return words;
}

QString AdviceModel::suitabilityNow() const
{
    return !m_answer || m_answer->facts.profile == clients::RiskProfile::None ? QString() : text(advice::sentence(m_answer->facts.before, m_answer->facts.profile, m_feed.format().chinese()));
}

QString AdviceModel::suitabilityAfter() const { return !m_answer || !m_answer->facts.plan ? QString() : text(advice::sentence(m_answer->facts.after, m_answer->facts.profile, m_feed.format().chinese())); }

QString AdviceModel::summary() const
{
    if (!m_answer || !m_answer->facts.plan)
        return {};
    QString words = text(advice::summary(*m_answer->facts.plan, m_feed.format().chinese()));
    if (!m_answer->left.isEmpty())
        words += QStringLiteral(" ") + tr("Left as they are: %1.").arg(m_answer->left.join(QStringLiteral(", ")));
    return words;
}

QStringList AdviceModel::weightHeader() const { return {tr("Position"), tr("Value"), tr("Weight"), tr("Target"), tr("Drift"), tr("After"), tr("Band")}; }

QVariantList AdviceModel::weights() const
{
    QVariantList rows;
    if (!m_answer || !m_answer->facts.plan)
        return rows;
    const auto& format = m_feed.format();
    for (const auto& line : m_answer->facts.plan->lines) {
        QString name = line.symbol.empty() ? tr("Cash") : text(line.symbol);
        for (const auto& [symbol, words] : m_answer->facts.names)
            if (symbol == line.symbol)
                name += QStringLiteral("  ") + format.pick(words.en, words.zh);
        const QString state = !line.breached ? QString() : line.inModel ? tr("outside") : tr("not in the model");
        rows.append(QVariantMap{{QStringLiteral("cells"), QStringList{name, format.money(line.value), format.percent(line.before), line.inModel ? format.percent(line.target) : Format::none(), format.signedPercent(line.before - line.target), format.percent(line.after), state}},
            {QStringLiteral("tone"), line.breached ? int(theme::Theme::Warning) : 0}, {QStringLiteral("strong"), false}});
    }
    return rows;
}

QVariantList AdviceModel::trades() const
{
    QVariantList rows;
    if (m_answer && m_answer->facts.plan)
        for (const auto& trade : m_answer->facts.plan->trades)
            rows.append(QVariantMap{{QStringLiteral("text"), text(advice::sentence(trade, m_answer->base, m_feed.format().chinese()))}, {QStringLiteral("buys"), trade.side == Side::Buy}});
    return rows;
}

QString AdviceModel::harvestSummary() const { return m_answer ? text(advice::summary(m_answer->harvest, m_answer->base, m_feed.format().chinese())) : QString(); }

QStringList AdviceModel::harvestHeader() const { return {tr("Lot"), tr("Acquired"), tr("Quantity"), tr("Cost"), tr("Value"), tr("Loss"), tr("Counts"), tr("Saves")}; }

QVariantList AdviceModel::harvest() const
{
    QVariantList rows;
    if (!m_answer)
        return rows;
    const auto& format = m_feed.format();
    for (const auto& position : m_answer->harvest.positions)
        for (const auto& lot : position.lots)
            rows.append(QVariantMap{{QStringLiteral("cells"), QStringList{text(position.symbol) + QStringLiteral("  ") + (lot.longTerm ? tr("long-term") : tr("short-term")), format.date(lot.lot.acquired), format.quantity(lot.lot.quantity), format.money(lot.lot.cost), format.money(lot.value),
                format.signedMoney(lot.loss), format.signedMoney(lot.usable), format.money(lot.saving)}}, {QStringLiteral("strong"), false}});
    return rows;
}

QStringList AdviceModel::harvestSentences() const
{
    QStringList list;
    if (m_answer)
        for (const auto& position : m_answer->harvest.positions)
            list.append(text(advice::sentence(position, m_answer->base, m_feed.format().chinese())));
    return list;
}

QVariantList AdviceModel::questions() const
{
    QVariantList list;
    const auto& format = m_feed.format();
    const auto& all = clients::standardQuestionnaire().questions;
    for (std::size_t i = 0; i < all.size(); ++i) {
        QStringList choices;
        for (const auto& choice : all[i].choices)
            choices.append(format.pick(choice.text, choice.textZh));
        list.append(QVariantMap{{QStringLiteral("text"), format.pick(all[i].text, all[i].textZh)}, {QStringLiteral("side"), all[i].capacity ? tr("what you can bear") : tr("what you want")}, {QStringLiteral("choices"), choices}, {QStringLiteral("chosen"), m_answers[i]}});
    }
    return list;
}

void AdviceModel::answer(int question, int choice)
{
    if (question < 0 || question >= int(m_answers.size()) || m_answers[std::size_t(question)] == choice)
        return;
    m_answers[std::size_t(question)] = choice;
    emit answersChanged();
}

bool AdviceModel::answered() const { return std::all_of(m_answers.begin(), m_answers.end(), [](int choice) { return choice >= 0; }); }

std::optional<clients::AssessmentScore> AdviceModel::score() const
{
    if (!answered())
        return std::nullopt;
    const auto made = clients::scoreOf(clients::standardQuestionnaire(), m_answers);
    return made ? std::optional(*made) : std::nullopt;
}

QString AdviceModel::answersText() const
{
    const auto made = score();
    if (!made) {
        const auto open = std::count(m_answers.begin(), m_answers.end(), -1);
        return tr("%n question(s) are open", nullptr, int(open));
    }
    const auto figure = [](int thousandths) { return text(formatDecimal(thousandths, 3, 2)); };
    return tr("%1: tolerance %2, capacity %3").arg(QString::fromUtf8(advice::profileTitle(made->profile, m_feed.format().chinese())), figure(made->tolerance), figure(made->capacity));
}

void AdviceModel::useAnswers()
{
    const auto made = score();
    if (!made)
        return;
    for (std::size_t i = 0; i < kProfiles.size(); ++i)
        if (kProfiles[i] == made->profile)
            setProfileIndex(int(i) + 1);
}

} // namespace rialto::advising
