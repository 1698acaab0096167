// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/client_desk.h"

#include <cstdlib>

namespace rialto::cli {

std::unique_ptr<ClientDesk> ClientDesk::open(Context& context, const std::string& by)
{
    auto session = context.open();
    if (!session)
        return nullptr;
    // A masked or narrowed view would answer as if there were no records, or screen a mask against a list.
    const auto principal = session->services().principal();
    if (!principal->everyClient || !principal->may(security::Permission::SeePersonalData)) {
        context.fail(refused("security.not-permitted", "records of clients need see-personal-data and every client"));
        return nullptr;
    }
    auto desk = std::make_unique<ClientDesk>();
    desk->m_session = std::move(session);
    desk->m_book = desk->services().book();
    const char* user = std::getenv("USER");
    desk->m_by = !by.empty() ? by : user != nullptr && *user != '\0' ? std::string(user) : std::string("console");
    return desk;
}

Result<clients::PartyId> ClientDesk::party(const std::string& number)
{
    if (const auto known = registry().partyByNumber(number); known.valid())
        return known;
    for (const auto& record : m_staged.records)
        if (const auto* body = std::get_if<clients::Party>(&record.body); body != nullptr && body->number == number)
            return clients::PartyId(record.id);
    for (const Client& client : m_book->clients) {
        if (client.number != number)
            continue;
        if (const auto known = registry().partyOf(client.id); known.valid())
            return known;
        clients::Party adopted;
        adopted.number = client.number;
        adopted.name = client.name;
        adopted.nameZh = client.nameZh;
        adopted.client = client.id;
        return clients::PartyId(add(std::move(adopted)));
    }
    return notFound("cli.party-unknown", number + " is no party or client of the book");
}

Result<clients::Node> ClientDesk::node(const std::string& number)
{
    for (const Account& account : m_book->accounts)
        if (account.number == number)
            return clients::Node::of(account.id);
    const auto found = party(number);
    if (!found)
        return notFound("cli.party-unknown", number + " is no account, party or client of the book");
    return clients::Node::of(*found);
}

std::string ClientDesk::numberOf(const clients::Node& node) const
{
    if (node.account.valid()) {
        const Account* account = m_book->account(node.account);
        return account == nullptr ? std::to_string(node.account.value) : account->number;
    }
    const clients::Party* party = registry().party(node.party);
    return party == nullptr ? std::to_string(node.party.value) : party->number;
}

std::uint64_t ClientDesk::add(clients::RecordBody body)
{
    clients::ClientRecord record;
    record.body = std::move(body);
    auto& next = m_next.try_emplace(record.kind(), registry().nextId(record.kind())).first->second;
    record.id = next++;
    record.revision = 1;
    record.by = m_by;
    const std::uint64_t id = record.id;
    m_staged.records.push_back(std::move(record));
    return id;
}

Result<void> ClientDesk::change(std::uint64_t id, clients::RecordBody body)
{
    clients::ClientRecord record;
    record.body = std::move(body);
    const auto* before = registry().find(record.kind(), id);
    if (before == nullptr)
        return notFound("cli.record-unknown", std::string(clients::name(record.kind())) + " " + std::to_string(id));
    record.id = id;
    record.revision = before->revision + 1;
    record.by = m_by;
    m_staged.records.push_back(std::move(record));
    return {};
}

int ClientDesk::commit(Context& context)
{
    Result<Reply> reply = unavailable("cli.no-answer");
    services().command(std::exchange(m_staged, {}), [&](const Result<Reply>& answer) { reply = answer; });
    if (!reply)
        return context.fail(reply.error());
    if (!reply->accepted)
        return context.fail(reply->refusals);
    m_book = services().book();
    return kOk;
}

Result<const PriceHistory*> ClientDesk::prices()
{
    if (!m_prices) {
        const auto bars = m_session->openBars();
        if (!bars)
            return bars.error();
        auto read = pricesOf(services(), **bars);
        if (!read)
            return read.error();
        m_prices = std::make_unique<PriceHistory>(std::move(*read));
    }
    return static_cast<const PriceHistory*>(m_prices.get());
}

Result<std::int64_t> shareNamed(const std::string& text)
{
    std::string number = text;
    while (!number.empty() && (number.back() == '%' || number.back() == ' '))
        number.pop_back();
    const auto share = parseDecimal(number, 6);
    if (!share || *share < 0 || *share > clients::kWhole)
        return invalid("cli.share-malformed", "'" + text + "' is no share between 0 and 100 %");
    return *share;
}

} // namespace rialto::cli
