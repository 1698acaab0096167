// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/fix/dictionary_table.h"

#include <algorithm>
#include <map>
#include <set>
#include <sstream>

namespace rialto {
namespace fix {

namespace {

struct Field {
    std::string name;
    std::string type;
    std::vector<std::string> codes;
};


struct Message {
    std::string type;
    std::string name;
    std::string category;
    std::string items;
};

struct Version {
    const char* mark;
    const char* file;
    const char* root; // attributes of the <fix> element
};

const Version kVersions[] = {
    {"42", "FIX42.xml", "type='FIX' major='4' minor='2'"},
    {"44", "FIX44.xml", "type='FIX' major='4' minor='4'"},
    {"50", "FIX50SP2.xml", "type='FIX' major='5' minor='0' servicepack='2'"},
    {"T11", "FIXT11.xml", "type='FIXT' major='1' minor='1'"},
};

bool isOf(const std::string& versions, const std::string& mark)
{
    std::istringstream list(versions);
    std::string one;
    while (std::getline(list, one, ','))
        if (one == mark)
            return true;
    return false;
}

class Writer {
public:
    explicit Writer(const std::map<int, Field>& fields) : m_fields(fields) {}

    /// Items separated by blanks or commas; a group in brackets. False at an unknown tag or an open bracket.
    bool items(const std::string& text, std::ostream& out)
    {
        std::size_t at = 0;
        while (at < text.size()) {
            if (text[at] == ' ' || text[at] == ',') {
                ++at;
            } else if (text[at] == '(') {
                std::size_t end = at;
                int depth = 0;
                do {
                    depth += text[end] == '(' ? 1 : text[end] == ')' ? -1 : 0;
                    ++end;
                } while (end < text.size() && depth > 0);
                const std::string group = text.substr(at + 1, end - at - 2);
                const std::size_t colon = group.find(':');
                if (depth != 0 || colon == std::string::npos || !element("group", group.substr(0, colon), out, false) || !items(group.substr(colon + 1), out))
                    return false;
                out << "</group>";
                at = end;
            } else {
                const std::size_t end = std::min(text.find_first_of(" ,(", at), text.size());
                if (!element("field", text.substr(at, end - at), out, true))
                    return false;
                at = end;
            }
        }
        return true;
    }
    const std::set<int>& used() const { return m_used; }

private:
    bool element(const char* kind, std::string tag, std::ostream& out, bool closed)
    {
        const bool required = !tag.empty() && tag.back() == '!';
        if (required)
            tag.pop_back();
        if (tag.empty() || tag.find_first_not_of("0123456789") != std::string::npos || tag.size() > 5)
            return false;
        const auto field = m_fields.find(std::stoi(tag));
        if (field == m_fields.end())
            return false;
        m_used.insert(field->first);
        out << '<' << kind << " name='" << field->second.name << "' required='" << (required ? 'Y' : 'N') << (closed ? "'/>" : "'>");
        return true;
    }

    const std::map<int, Field>& m_fields;
    std::set<int> m_used;
};

struct Table {
    std::map<int, Field> fields;
    std::map<std::string, std::string> headers, trailers; // by version
    std::vector<std::pair<std::string, Message>> messages;
};

bool readLine(const std::string& line, Table& table)
{
    std::istringstream words(line);
    std::string kind;
    words >> kind;
    if (kind == "field") {
        int tag = 0;
        Field field;
        words >> tag >> field.name >> field.type;
        for (std::string code; words >> code;)
            field.codes.push_back(code);
        return tag > 0 && !field.type.empty() && table.fields.emplace(tag, field).second;
    }
    std::string versions;
    words >> versions;
    Message message;
    if (kind == "message")
        words >> message.type >> message.name >> message.category;
    std::getline(words, message.items);
    if (kind == "message" && !message.category.empty()) {
        table.messages.emplace_back(versions, message);
        return true;
    }
    if (kind != "header" && kind != "trailer")
        return false;
    for (const Version& version : kVersions)
        if (isOf(versions, version.mark))
            (kind == "header" ? table.headers : table.trailers)[version.mark] = message.items;
    return true;
}

bool write(const Table& table, const Version& version, std::string& text)
{
    std::ostringstream out;
    Writer writer(table.fields);
    out << "<fix " << version.root << ">\n<header>";
    const auto header = table.headers.find(version.mark);
    const auto trailer = table.trailers.find(version.mark);
    if (header != table.headers.end() && !writer.items(header->second, out))
        return false;
    out << "</header>\n<trailer>";
    if (trailer != table.trailers.end() && !writer.items(trailer->second, out))
        return false;
    out << "</trailer>\n<messages>\n";
    for (const auto& entry : table.messages) {
        if (!isOf(entry.first, version.mark))
            continue;
        out << "<message name='" << entry.second.name << "' msgtype='" << entry.second.type << "' msgcat='" << entry.second.category << "'>";
        if (!writer.items(entry.second.items, out))
            return false;
        out << "</message>\n";
    }
    out << "</messages>\n<components/>\n<fields>\n";
    for (const int tag : writer.used()) {
        const Field& field = table.fields.at(tag);
        out << "<field number='" << tag << "' name='" << field.name << "' type='" << field.type << "'>";
        for (const std::string& code : field.codes)
            out << "<value enum='" << code << "' description='" << code << "'/>";
        out << "</field>\n";
    }
    out << "</fields>\n</fix>\n";
    text = out.str();
    return true;
}

} // namespace

std::vector<std::pair<std::string, std::string>> dictionaryFiles(const std::string& table, std::string& error)
{
    Table read;
    std::istringstream lines(table);
    std::string whole;
    int number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (!line.empty() && line.back() == '\\') {
            line.pop_back();
            whole += line;
            continue;
        }
        whole += line;
        if (!whole.empty() && whole[0] != '#' && !readLine(whole, read)) {
            error = "line " + std::to_string(number) + " of the table of FIX messages cannot be read: " + whole.substr(0, 60);
            return {};
        }
        whole.clear();
    }
    std::vector<std::pair<std::string, std::string>> files;
    for (const Version& version : kVersions) {
        std::string text;
        if (!write(read, version, text)) {
            error = std::string("a message of ") + version.file + " names an unknown field";
            return {};
        }
        files.emplace_back(version.file, text);
    }
    return files;
}

} // namespace fix
} // namespace rialto
