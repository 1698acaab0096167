// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/records/record_text.h"

#include <nlohmann/json.hpp>

namespace rialto::clients {

namespace {

using Json = nlohmann::ordered_json;

template <class Archive>
void fields(Archive& a, Party& it)
{
    a("kind", it.kind, 4);
    a("number", it.number);
    a("name", it.name);
    a("nameZh", it.nameZh);
    a("born", it.born);
    a("country", it.country);
    a("client", it.client.value);
    a("closed", it.closed);
}
template <class Archive>
void fields(Archive& a, Ownership& it)
{
    a("owner", it.owner.value);
    a("party", it.owned.party.value);
    a("account", it.owned.account.value);
    a("share", it.share);
    a("role", it.role);
}
template <class Archive>
void fields(Archive& a, Contact& it)
{
    a("party", it.party.value);
    a("kind", it.kind, 3);
    a("value", it.value);
    a("removed", it.removed);
}
template <class Archive>
void fields(Archive& a, Document& it)
{
    a("party", it.party.value);
    a("kind", it.kind, 8);
    a("number", it.number);
    a("note", it.note);
    a("issued", it.issued);
    a("expires", it.expires);
    a("removed", it.removed);
}
template <class Archive>
void fields(Archive& a, Kyc& it)
{
    a("party", it.party.value);
    a("status", it.status, 4);
    a("rating", it.rating, 4);
    a("exposed", it.exposed);
    a("reviewed", it.reviewed);
    a("nextReview", it.nextReview);
    a("note", it.note);
}
template <class Archive>
void fields(Archive& a, ScreeningHit& it)
{
    a("party", it.party.value);
    a("list", it.list);
    a("entry", it.entry);
    a("entryName", it.entryName);
    a("score", it.score);
    a("decision", it.decision, 3);
    a("reason", it.reason);
}
template <class Archive>
void fields(Archive& a, Mandate& it)
{
    a("party", it.subject.party.value);
    a("account", it.subject.account.value);
    a("name", it.name);
    a("rules", it.rules);
    a("inForce", it.inForce);
}
template <class Archive>
void fields(Archive& a, Assessment& it)
{
    a("party", it.party.value);
    a("questionnaire", it.questionnaire);
    a("answers", it.answers);
    a("score", it.score);
    a("profile", it.profile, 6);
    a("taken", it.taken);
}
template <class Archive>
void fields(Archive& a, Task& it)
{
    a("party", it.party.value);
    a("title", it.title);
    a("due", it.due);
    a("assignee", it.assignee);
    a("state", it.state, 3);
    a("note", it.note);
}
template <class Archive>
void fields(Archive& a, Approval& it)
{
    a("party", it.party.value);
    a("title", it.title);
    a("requestedBy", it.requestedBy);
    a("state", it.state, 3);
    a("decidedBy", it.decidedBy);
    a("reason", it.reason);
}
template <class Archive>
void fields(Archive& a, FeeAgreement& it)
{
    a("party", it.subject.party.value);
    a("account", it.subject.account.value);
    a("schedule", it.schedule);
    a("from", it.from);
    a("to", it.to);
}

class RecordWriter {
public:
    template <class Number>
        requires std::is_integral_v<Number>
    void operator()(const char* key, const Number& value)
    {
        m_json[key] = value;
    }
    void operator()(const char* key, const std::string& value) { m_json[key] = value; }
    void operator()(const char* key, const std::vector<int>& value) { m_json[key] = value; }
    void operator()(const char* key, const Date& value) { m_json[key] = value.text(); }
    void operator()(const char* key, const std::optional<Date>& value)
    {
        if (value)
            m_json[key] = value->text();
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char* key, const Enum& value, int)
    {
        m_json[key] = std::string(name(value));
    }
    std::string text() const { return m_json.dump(-1, ' ', false, Json::error_handler_t::replace); }

private:
    Json m_json = Json::object();
};

class RecordReader {
public:
    explicit RecordReader(const Json& json) : m_json(json) {}

    void operator()(const char* key, std::uint64_t& value)
    {
        const Json* cell = find(key);
        if (cell != nullptr && cell->is_number_unsigned())
            value = cell->get<std::uint64_t>();
        else
            fault(key);
    }
    void operator()(const char* key, std::int64_t& value)
    {
        const Json* cell = find(key);
        if (cell != nullptr && cell->is_number_integer() && !(cell->is_number_unsigned() && cell->get<std::uint64_t>() > INT64_MAX))
            value = cell->get<std::int64_t>();
        else
            fault(key);
    }
    void operator()(const char* key, int& value)
    {
        std::int64_t wide = 0;
        (*this)(key, wide);
        if (wide < INT32_MIN || wide > INT32_MAX)
            fault(key);
        else
            value = static_cast<int>(wide);
    }
    void operator()(const char* key, bool& value)
    {
        const Json* cell = find(key);
        if (cell != nullptr && cell->is_boolean())
            value = cell->get<bool>();
        else
            fault(key);
    }
    void operator()(const char* key, std::string& value)
    {
        const Json* cell = find(key);
        if (cell != nullptr && cell->is_string())
            value = cell->get<std::string>();
        else
            fault(key);
    }
    void operator()(const char* key, std::vector<int>& value)
    {
        const Json* cell = find(key);
        if (cell == nullptr || !cell->is_array())
            return fault(key);
        for (const Json& each : *cell) {
            if (!each.is_number_unsigned() || each.get<std::uint64_t>() > 1000)
                return fault(key);
            value.push_back(static_cast<int>(each.get<std::uint64_t>()));
        }
    }
    void operator()(const char* key, Date& value)
    {
        std::optional<Date> date;
        (*this)(key, date);
        if (date)
            value = *date;
        else
            fault(key);
    }
    void operator()(const char* key, std::optional<Date>& value)
    {
        const Json* cell = find(key);
        if (cell == nullptr)
            return;
        const auto date = cell->is_string() ? Date::parse(cell->get_ref<const std::string&>()) : Result<Date>(invalid("clients.record-malformed"));
        if (date)
            value = *date;
        else
            fault(key);
    }
    template <class Enum>
        requires std::is_enum_v<Enum>
    void operator()(const char* key, Enum& value, int count)
    {
        std::string text;
        (*this)(key, text);
        for (int i = 0; i < count; ++i)
            if (name(static_cast<Enum>(i)) == text) {
                value = static_cast<Enum>(i);
                return;
            }
        fault(key);
    }
    const std::string& wrongKey() const { return m_fault; }

private:
    const Json* find(const char* key) const
    {
        const auto it = m_json.find(key);
        return it == m_json.end() ? nullptr : &*it;
    }
    void fault(const char* key)
    {
        if (m_fault.empty())
            m_fault = key;
    }
    const Json& m_json;
    std::string m_fault;
};

template <std::size_t Index = 0>
RecordBody emptyBody(RecordKind kind)
{
    if constexpr (Index < std::variant_size_v<RecordBody>) {
        if (static_cast<std::size_t>(kind) == Index)
            return RecordBody(std::in_place_index<Index>);
        return emptyBody<Index + 1>(kind);
    } else {
        return {};
    }
}

static_assert(std::variant_size_v<RecordBody> == kRecordKinds);

} // namespace

std::string recordText(const RecordBody& body)
{
    RecordBody copy = body;
    RecordWriter writer;
    std::visit([&writer](auto& each) { fields(writer, each); }, copy);
    return writer.text();
}

Result<RecordBody> parseRecord(RecordKind kind, std::string_view text)
{
    if (text.size() > kLongestRecord)
        return invalid("clients.record-malformed", "a record is longer than 64 KiB");
    // No record nests deeper than a list in an object.
    int depth = 0;
    bool quoted = false;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (quoted && text[i] == '\\')
            ++i;
        else if (text[i] == '"')
            quoted = !quoted;
        else if (!quoted && (text[i] == '{' || text[i] == '[') && ++depth > 4)
            return invalid("clients.record-malformed", "a record is nested too deep");
        else if (!quoted && (text[i] == '}' || text[i] == ']'))
            --depth;
    }
    const Json json = Json::parse(text, nullptr, false);
    if (!json.is_object() || static_cast<int>(kind) < 0 || static_cast<int>(kind) >= kRecordKinds)
        return invalid("clients.record-malformed", "a " + std::string(name(kind)) + " record is no JSON object");
    RecordBody body = emptyBody(kind);
    RecordReader reader(json);
    std::visit([&reader](auto& each) { fields(reader, each); }, body);
    if (!reader.wrongKey().empty())
        return invalid("clients.record-malformed", "'" + reader.wrongKey() + "' of a " + std::string(name(kind)) + " record");
    return body;
}

} // namespace rialto::clients
