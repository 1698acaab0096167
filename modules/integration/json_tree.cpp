// SPDX-License-Identifier: GPL-3.0-or-later
#include "integration/json_tree.h"

#include <nlohmann/json.hpp>

#include <exception>

namespace rialto::integration {

namespace {

const JsonNode kNothing;

class TreeBuilder {
public:
    using number_integer_t = std::int64_t;
    using number_unsigned_t = std::uint64_t;
    using number_float_t = double;
    using string_t = std::string;
    using binary_t = nlohmann::json::binary_t;

    explicit TreeBuilder(const JsonLimits& limits) : m_limits(limits) {}

    bool null() { return add(JsonNode::Kind::Null, {}); }
    bool boolean(bool value) { return add(JsonNode::Kind::Bool, value ? "true" : "false"); }
    bool number_integer(number_integer_t value) { return add(JsonNode::Kind::Number, std::to_string(value)); }
    bool number_unsigned(number_unsigned_t value) { return add(JsonNode::Kind::Number, std::to_string(value)); }
    bool number_float(number_float_t, const string_t& written) { return add(JsonNode::Kind::Number, written); }
    bool string(string_t& value) { return add(JsonNode::Kind::String, std::move(value)); }
    bool binary(binary_t&) { return false; }
    bool start_object(std::size_t) { return open(JsonNode::Kind::Object); }
    bool start_array(std::size_t) { return open(JsonNode::Kind::Array); }
    bool end_object() { return close(); }
    bool end_array() { return close(); }
    bool key(string_t& name)
    {
        m_open.back()->keys.push_back(std::move(name));
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t position, const std::string&, const Exception&)
    {
        error = invalid("import.json-malformed", "the JSON text breaks off or is damaged at byte " + std::to_string(position));
        return false;
    }

    JsonNode root;
    Error error = invalid("import.json-malformed");

private:
    bool add(JsonNode::Kind kind, std::string text)
    {
        if (++m_nodes > m_limits.nodes) {
            error = invalid("import.json-too-large", "more than " + std::to_string(m_limits.nodes) + " values");
            return false;
        }
        JsonNode& node = place();
        node.kind = kind;
        node.text = std::move(text);
        return true;
    }
    bool open(JsonNode::Kind kind)
    {
        if (m_open.size() >= m_limits.depth) {
            error = invalid("import.json-depth", "values are nested deeper than " + std::to_string(m_limits.depth) + " levels");
            return false;
        }
        if (++m_nodes > m_limits.nodes) {
            error = invalid("import.json-too-large", "more than " + std::to_string(m_limits.nodes) + " values");
            return false;
        }
        JsonNode& node = place();
        node.kind = kind;
        m_open.push_back(&node); // stays where it is: only the innermost open node grows
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }
    JsonNode& place()
    {
        if (m_open.empty())
            return root;
        return m_open.back()->items.emplace_back();
    }

    const JsonLimits& m_limits;
    std::vector<JsonNode*> m_open;
    std::size_t m_nodes = 0;
};

} // namespace

const JsonNode& JsonNode::operator[](std::string_view key) const
{
    if (kind == Kind::Object)
        for (std::size_t i = 0; i < keys.size() && i < items.size(); ++i)
            if (keys[i] == key)
                return items[i];
    return kNothing;
}

bool JsonNode::has(std::string_view key) const
{
    for (const auto& each : keys)
        if (each == key)
            return true;
    return false;
}

const JsonNode& JsonNode::at(std::size_t index) const { return index < items.size() ? items[index] : kNothing; }

Result<JsonNode> parseJson(std::string_view text, const JsonLimits& limits)
{
    TreeBuilder builder(limits);
    try {
        if (!nlohmann::json::sax_parse(text.begin(), text.end(), &builder))
            return builder.error;
    } catch (const std::exception& caught) {
        return invalid("import.json-malformed", caught.what());
    }
    return std::move(builder.root);
}

} // namespace rialto::integration
