// SPDX-License-Identifier: GPL-3.0-or-later
#include "onboarding_model.h"

#include "Feed/messages.h"
#include "party_table.h"

#include <QCoreApplication>

#include <algorithm>

namespace rialto::clientdesk {

namespace {

QString say(const char* text) { return QCoreApplication::translate("OnboardingModel", text); }

std::optional<Date> dayOf(const QString& text)
{
    const auto day = Date::parse(text.trimmed().toStdString());
    return day ? std::optional(*day) : std::nullopt;
}

QVariantMap fact(const QString& label, const QString& value) { return {{QStringLiteral("label"), label}, {QStringLiteral("value"), value}}; }

} // namespace

QString profileWord(clients::RiskProfile profile)
{
    switch (profile) {
    case clients::RiskProfile::None: return say(QT_TRANSLATE_NOOP("OnboardingModel", "None"));
    case clients::RiskProfile::Conservative: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Conservative"));
    case clients::RiskProfile::Cautious: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Cautious"));
    case clients::RiskProfile::Balanced: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Balanced"));
    case clients::RiskProfile::Growth: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Growth"));
    case clients::RiskProfile::Aggressive: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Aggressive"));
    }
    return {};
}

QString documentWord(clients::DocumentKind kind)
{
    switch (kind) {
    case clients::DocumentKind::Passport: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Passport"));
    case clients::DocumentKind::IdentityCard: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Identity card"));
    case clients::DocumentKind::ProofOfAddress: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Proof of address"));
    case clients::DocumentKind::TaxForm: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Tax form"));
    case clients::DocumentKind::Agreement: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Agreement"));
    case clients::DocumentKind::CompanyRegister: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Company register"));
    case clients::DocumentKind::TrustDeed: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Trust deed"));
    case clients::DocumentKind::Other: return say(QT_TRANSLATE_NOOP("OnboardingModel", "Other paper"));
    }
    return {};
}

std::string deskUser()
{
    const QByteArray user = qgetenv("USER");
    return user.isEmpty() ? std::string("desk") : user.toStdString();
}

OnboardingModel::OnboardingModel(Feed& feed, QObject* parent) : QObject(parent), m_feed(feed)
{
    begin();
    connect(&feed, &Feed::languageChanged, this, &OnboardingModel::changed);
}

void OnboardingModel::begin()
{
    m_step = Who;
    m_problem.clear();
    m_kind = 0;
    m_household = 0;
    m_currency = 0;
    for (QString* text : {&m_name, &m_nameZh, &m_born, &m_country, &m_documentNumber, &m_documentExpires})
        text->clear();
    m_answers.assign(clients::standardQuestionnaire().questions.size(), -1);
    emit changed();
}

QStringList OnboardingModel::steps() const { return {tr("Who"), tr("Household and account"), tr("Papers"), tr("Risk"), tr("Summary")}; }

QStringList OnboardingModel::kinds() const
{
    return {PartyTable::word(clients::PartyKind::Person), PartyTable::word(clients::PartyKind::Company), PartyTable::word(clients::PartyKind::Trust)};
}

std::vector<clients::PartyId> OnboardingModel::homes() const
{
    std::vector<clients::PartyId> list;
    if (m_feed.book() && m_feed.book()->registry)
        m_feed.book()->registry->each<clients::Party>([&](const auto& record, const clients::Party& party) {
            if (party.kind == clients::PartyKind::Household)
                list.emplace_back(record.id);
        });
    return list;
}

QStringList OnboardingModel::households() const
{
    QStringList list{tr("None")};
    for (const auto& id : homes()) {
        const auto* party = m_feed.book()->registry->party(id);
        list.append(QString::fromStdString(party->number) + QStringLiteral(" · ") + m_feed.format().pick(party->name, party->nameZh));
    }
    return list;
}

QStringList OnboardingModel::currencies() const { return {QStringLiteral("USD"), QStringLiteral("EUR"), QStringLiteral("CNY"), QStringLiteral("HKD")}; }

QVariantList OnboardingModel::questions() const
{
    QVariantList list;
    const auto& questionnaire = clients::standardQuestionnaire();
    for (std::size_t i = 0; i < questionnaire.questions.size(); ++i) {
        const auto& question = questionnaire.questions[i];
        QStringList choices{tr("Choose…")};
        for (const auto& choice : question.choices)
            choices.append(m_feed.format().pick(choice.text, choice.textZh));
        list.append(QVariantMap{{QStringLiteral("text"), m_feed.format().pick(question.text, question.textZh)}, {QStringLiteral("choices"), choices}, {QStringLiteral("answer"), m_answers[i] + 1}});
    }
    return list;
}

void OnboardingModel::answer(int question, int choice)
{
    if (question < 0 || question >= int(m_answers.size()) || choice < -1 || m_answers[std::size_t(question)] == choice)
        return;
    m_answers[std::size_t(question)] = choice;
    m_problem.clear();
    emit changed();
}

QVariantList OnboardingModel::summary() const
{
    const auto score = clients::scoreOf(clients::standardQuestionnaire(), m_answers);
    return {fact(tr("Name"), m_name.trimmed() + (m_nameZh.isEmpty() ? QString() : QStringLiteral(" ") + m_nameZh)), fact(tr("Kind"), kinds().value(m_kind)),
        fact(tr("Household"), households().value(m_household)), fact(tr("Account in"), currencies().value(m_currency)), fact(tr("Paper"), m_documentNumber.isEmpty() ? tr("None") : m_documentNumber),
        fact(tr("Risk profile"), score ? profileWord(score->profile) : tr("None"))};
}

QString OnboardingModel::wrong() const
{
    switch (m_step) {
    case Who:
        if (m_name.trimmed().isEmpty())
            return tr("Enter the name in Latin letters.");
        if (!m_born.trimmed().isEmpty() && !dayOf(m_born))
            return tr("Write the date as 1980-05-17.");
        if (!m_country.trimmed().isEmpty() && m_country.trimmed().size() != 2)
            return tr("Write the country with two letters, as US.");
        return {};
    case Papers:
        return !m_documentExpires.trimmed().isEmpty() && !dayOf(m_documentExpires) ? tr("Write the date as 2031-05-17.") : QString();
    case Risk:
        return m_kind == 0 && std::any_of(m_answers.begin(), m_answers.end(), [](int each) { return each < 0; }) ? tr("Answer every question.") : QString();
    default: return {};
    }
}

void OnboardingModel::back()
{
    m_problem.clear();
    m_step = std::max<int>(Who, m_step - 1);
    if (m_step == Risk && m_kind != 0)
        m_step = Papers; // the questionnaire is for persons
    emit changed();
}

void OnboardingModel::next()
{
    m_problem = wrong();
    if (m_problem.isEmpty()) {
        if (m_step == Summary)
            return submit();
        ++m_step;
        if (m_step == Risk && m_kind != 0)
            m_step = Summary;
    }
    emit changed();
}

void OnboardingModel::submit()
{
    const auto& book = *m_feed.book();
    const auto& registry = *book.registry;
    RecordClients input;
    const auto add = [&](clients::RecordBody body) {
        clients::ClientRecord record;
        record.body = std::move(body);
        record.id = registry.nextId(record.kind());
        record.by = deskUser();
        const std::uint64_t id = record.id;
        input.records.push_back(std::move(record));
        return id;
    };
    const ClientId client(book.clients.empty() ? 1 : book.clients.back().id.value + 1);
    const AccountId account(book.accounts.empty() ? 1 : book.accounts.back().id.value + 1);
    std::string digits;
    for (std::uint64_t n = 1000 + client.value;; ++n) {
        digits = std::to_string(n);
        const auto taken = [&](const auto& list, const std::string& number) { return std::any_of(list.begin(), list.end(), [&](const auto& each) { return each.number == number; }); };
        if (!registry.partyByNumber("C-" + digits).valid() && !taken(book.clients, "C-" + digits) && !taken(book.accounts, "A-" + digits + "-1"))
            break;
    }
    const std::string number = "C-" + digits;
    const std::string latin = m_name.trimmed().toStdString();
    input.clients.push_back({client, HouseholdId(), number, latin, m_nameZh.trimmed().toStdString(), book.tradingDay});
    input.accounts.push_back({account, client, "A-" + digits + "-1", Currency::literal(currencies().value(m_currency).toStdString()), book.tradingDay});
    const auto kind = static_cast<clients::PartyKind>(m_kind + 1);
    const clients::PartyId party(add(clients::Party{kind, number, latin, m_nameZh.trimmed().toStdString(), dayOf(m_born), m_country.trimmed().toUpper().toStdString(), client, false}));
    const auto households = homes();
    if (m_household > 0 && std::size_t(m_household) <= households.size())
        add(clients::Ownership{households[std::size_t(m_household) - 1], clients::Node::of(party), clients::kWhole, "member"});
    if (!m_documentNumber.trimmed().isEmpty())
        add(clients::Document{party, kind == clients::PartyKind::Person ? clients::DocumentKind::Passport : clients::DocumentKind::CompanyRegister, m_documentNumber.trimmed().toStdString(), "",
            std::nullopt, dayOf(m_documentExpires), false});
    add(clients::Kyc{party, clients::KycStatus::InProgress, clients::RiskRating::Unrated, false, std::nullopt, book.tradingDay + 30, ""});
    if (const auto score = clients::scoreOf(clients::standardQuestionnaire(), m_answers); score && m_kind == 0)
        add(clients::Assessment{party, clients::standardQuestionnaire().id, m_answers, score->score, score->profile, book.tradingDay});
    add(clients::Approval{party, "Open account A-" + digits + "-1", deskUser(), clients::ApprovalState::Waiting, "", ""});
    m_feed.command(std::move(input), [this, number](const Result<Reply>& reply) {
        m_problem = !reply ? message(reply.error()) : reply->accepted ? QString() : message(reply->refusals.front().code, reply->refusals.front().detail);
        if (m_problem.isEmpty()) {
            begin();
            emit opened(QString::fromStdString(number));
        }
        emit changed();
    });
}

} // namespace rialto::clientdesk
