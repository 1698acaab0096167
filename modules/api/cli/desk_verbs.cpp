// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/desk_verbs.h"

#include "api/cli/book_json.h"

#include <sstream>

namespace rialto::cli {

int withDesk(Context& context, const std::function<int(BookSession&, SecurityDesk&)>& action)
{
    BookOptions how;
    how.create = false;
    const auto session = context.open(how);
    if (!session)
        return kFailed;
    SecurityDesk* desk = session->security();
    if (desk == nullptr)
        return context.fail(invalid("security.not-protected", "the book has one local user and no lock; 'rialtoctl book protect' makes users possible"));
    return action(*session, *desk);
}

Result<std::vector<ClientId>> clientsNamed(BookSession& session, const std::string& numbers)
{
    std::vector<ClientId> ids;
    const auto book = session.services().book();
    std::istringstream in(numbers);
    for (std::string number; std::getline(in, number, ',');) {
        const auto found = std::find_if(book->clients.begin(), book->clients.end(), [&](const Client& client) { return client.number == number; });
        if (found == book->clients.end())
            return notFound("cli.client-unknown", number);
        ids.push_back(found->id);
    }
    if (ids.empty())
        return invalid("cli.client-unknown", "name at least one client by number, such as C-1001");
    return ids;
}

std::string isoWall(Timestamp time) { return time.nanos == 0 ? std::string() : isoUtc(time); }

Json toJson(const security::User& user, BookSession& session)
{
    Json clients = Json::array();
    const auto book = session.services().book();
    for (const ClientId id : user.clients) {
        const Client* client = book->client(id);
        clients.push_back(client != nullptr ? client->number : std::to_string(id.value));
    }
    return {{"user", user.name}, {"name", user.display}, {"role", name(user.role)}, {"clients", user.everyClient ? Json("all") : clients}, {"disabled", user.disabled},
        {"secondFactor", !user.totpSecret.empty()}, {"recoveryCodes", user.recoveryHashes.size()}, {"created", isoWall(user.created)}, {"createdBy", user.createdBy},
        {"passwordSet", isoWall(user.passwordSet)}};
}

} // namespace rialto::cli
