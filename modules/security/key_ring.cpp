// SPDX-License-Identifier: GPL-3.0-or-later
#include "security/key_ring.h"

#include "security/audit_format.h"
#include "security/lockout.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <exception>

namespace rialto::security {

namespace {

using Json = nlohmann::ordered_json;
namespace format = audit_format;

constexpr const char* kKind = "rialto-keys-1";
constexpr std::size_t kMostUsers = 10'000;

template <std::size_t N>
bool read(const Json& json, const char* key, std::array<std::uint8_t, N>& bytes)
{
    const auto text = json.at(key).get<std::string>();
    return format::unhex(text, bytes.data(), N);
}

Error notARing(const std::string& why) { return corrupt("security.key-ring", why); }

} // namespace

KeyRing KeyRing::make(const RandomBytes& random)
{
    std::array<std::uint8_t, 16> id{};
    random(id);
    KeyRing ring;
    ring.m_bookId = format::hex(id.data(), id.size());
    return ring;
}

Result<KeyRing> KeyRing::parse(const std::string& text)
{
    try {
        const Json json = Json::parse(text);
        KeyRing ring;
        std::array<std::uint8_t, 16> id{};
        if (json.at("kind").get<std::string>() != kKind || !read(json, "book", id))
            return notARing("another kind of file");
        ring.m_bookId = json.at("book").get<std::string>();
        ring.m_locked = Timestamp(json.at("locked").get<std::int64_t>());
        ring.m_strangers = {std::max(0, json.at("strangers").at("failures").get<int>()), Timestamp(json.at("strangers").at("last").get<std::int64_t>())};
        if (json.at("users").size() > kMostUsers)
            return notARing("more users than any firm has");
        for (const auto& [name, each] : json.at("users").items()) {
            Slot slot;
            slot.key.cost = {each.at("passes").get<std::uint32_t>(), each.at("mebibytes").get<std::uint32_t>()};
            slot.tries = {std::max(0, each.at("failures").get<int>()), Timestamp(each.at("last").get<std::int64_t>())};
            if (!read(each, "salt", slot.key.salt) || !read(each, "nonce", slot.key.nonce) || !read(each, "key", slot.key.sealed))
                return notARing("a user's entry is damaged");
            ring.m_slots.emplace(name, std::move(slot));
        }
        return ring;
    } catch (const std::exception&) {
        return notARing("it cannot be read; put the copy from the newest backup in its place");
    }
}

std::string KeyRing::text() const
{
    Json users = Json::object();
    for (const auto& [name, slot] : m_slots)
        users[name] = {{"passes", slot.key.cost.passes}, {"mebibytes", slot.key.cost.mebibytes}, {"salt", format::hex(slot.key.salt.data(), slot.key.salt.size())},
            {"nonce", format::hex(slot.key.nonce.data(), slot.key.nonce.size())}, {"key", format::hex(slot.key.sealed.data(), slot.key.sealed.size())},
            {"failures", slot.tries.failures}, {"last", slot.tries.last.nanos}};
    return Json{{"kind", kKind}, {"book", m_bookId}, {"locked", m_locked.nanos}, {"strangers", {{"failures", m_strangers.failures}, {"last", m_strangers.last.nanos}}}, {"users", users}}.dump(1) + "\n";
}

std::string KeyRing::slotOf(const std::string& user) const
{
    std::array<std::uint8_t, 16> digest{};
    crypto_generichash(digest.data(), digest.size(), format::bytes(user), user.size(), format::bytes(m_bookId), m_bookId.size());
    return format::hex(digest.data(), digest.size());
}

std::string KeyRing::contextOf(const std::string& slot) const { return std::string(kKind) + " " + m_bookId + " " + slot; }

Result<SecretKey> KeyRing::open(const std::string& user, const std::string& password, Timestamp now)
{
    const std::string name = slotOf(user);
    const auto found = m_slots.find(name);
    Tries& tries = found == m_slots.end() ? m_strangers : found->second.tries;
    // A clock that was set back must not open the door early, nor shut it for longer than the wait itself.
    const std::int64_t waited = now < tries.last ? 0 : now - tries.last;
    if (const std::int64_t wait = waitAfter(tries.failures); waited < wait) {
        if (now < tries.last)
            tries.last = now;
        return refused("security.wait", "after " + std::to_string(tries.failures) + " wrong passwords the next one is looked at in "
                + std::to_string((wait - waited + kNanosPerSecond - 1) / kNanosPerSecond) + " s");
    }
    std::optional<SecretKey> key;
    if (found == m_slots.end()) {
        const PasswordCost cost = m_slots.empty() ? kLeastCost : m_slots.begin()->second.key.cost;
        if (const auto derived = deriveForNobody(password, cost); !derived)
            return derived.error();
    } else {
        auto opened = unwrapKey(found->second.key, password, contextOf(name));
        if (!opened)
            return opened.error();
        key = std::move(*opened);
    }
    if (!key) {
        ++tries.failures;
        tries.last = now;
        return refused("security.password", "the user or the password is wrong");
    }
    return std::move(*key);
}

void KeyRing::succeeded(const std::string& user)
{
    if (const auto found = m_slots.find(slotOf(user)); found != m_slots.end())
        found->second.tries = {};
}

void KeyRing::countFailure(const std::string& user, Timestamp now)
{
    if (const auto found = m_slots.find(slotOf(user)); found != m_slots.end()) {
        ++found->second.tries.failures;
        found->second.tries.last = now;
    }
}

Result<void> KeyRing::set(const std::string& user, const std::string& password, const SecretKey& key, const PasswordCost& cost, const RandomBytes& random)
{
    const std::string name = slotOf(user);
    auto wrapped = wrapKey(key, password, contextOf(name), cost, random);
    if (!wrapped)
        return wrapped.error();
    m_slots[name] = {*wrapped, {}};
    return {};
}

int KeyRing::failures(const std::string& user) const
{
    const auto found = m_slots.find(slotOf(user));
    return found == m_slots.end() ? 0 : found->second.tries.failures;
}

Timestamp KeyRing::openAgain(const std::string& user) const
{
    const auto found = m_slots.find(slotOf(user));
    return found == m_slots.end() ? Timestamp() : found->second.tries.last + waitAfter(found->second.tries.failures);
}

} // namespace rialto::security
