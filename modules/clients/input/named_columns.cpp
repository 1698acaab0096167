// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/named_columns.h"

#include <algorithm>

namespace rialto::clients {

namespace {

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && (text.front() == ' ' || text.front() == '\t'))
        text.remove_prefix(1);
    while (!text.empty() && (text.back() == ' ' || text.back() == '\t'))
        text.remove_suffix(1);
    return text;
}

char delimiterOf(std::string_view text)
{
    const std::string_view header = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    char best = ',';
    std::ptrdiff_t most = 0;
    for (const char c : {',', ';', '\t'})
        if (const auto count = std::count(header.begin(), header.end(), c); count > most) {
            most = count;
            best = c;
        }
    return best;
}

} // namespace

std::string NamedColumns::folded(std::string_view text)
{
    std::string word;
    for (const char c : trimmed(text))
        if (c >= 'A' && c <= 'Z')
            word.push_back(static_cast<char>(c + 32));
        else if (c != ' ' && c != '_' && c != '-')
            word.push_back(c);
    return word;
}

NamedColumns::NamedColumns(std::string_view text, char delimiter, const std::vector<ColumnWords>& columns, std::string module)
    : m_source(text), m_reader(m_source, {delimiter, '"'}, 65536), m_columns(columns), m_module(std::move(module)), m_places(columns.size(), kAbsent)
{
}

Result<std::unique_ptr<NamedColumns>> NamedColumns::open(std::string_view text, const std::vector<ColumnWords>& columns, std::string module)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    std::unique_ptr<NamedColumns> table(new NamedColumns(text, delimiterOf(text), columns, std::move(module)));
    const auto header = table->m_reader.next();
    if (!header)
        return invalid(table->m_module + ".row-malformed", "the first line: " + header.error().text());
    if (!*header)
        return invalid(table->m_module + ".file-empty", "the file holds no header and no rows");
    const auto fields = table->m_reader.fields();
    table->m_width = fields.size();
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const std::string word = folded(fields[i]);
        for (std::size_t c = 0; c < columns.size(); ++c)
            if (table->m_places[c] == kAbsent && std::find(columns[c].words.begin(), columns[c].words.end(), word) != columns[c].words.end()) {
                table->m_places[c] = i;
                break;
            }
    }
    return table;
}

Result<bool> NamedColumns::next()
{
    for (;;) {
        const auto more = m_reader.next();
        if (!more)
            return invalid(m_module + ".row-malformed", "after row " + std::to_string(m_reader.row()) + ": " + more.error().text());
        if (!*more)
            return false;
        const auto fields = m_reader.fields();
        const std::string which = "row " + std::to_string(m_reader.row());
        if (m_reader.flaw() != integration::CsvFlaw::None)
            return invalid(m_module + ".row-malformed", which + ": quotes are not closed, or text follows them");
        const auto blank = [](std::string_view field) { return trimmed(field).empty(); };
        if (std::all_of(fields.begin(), fields.end(), blank))
            continue;
        if (fields.size() > m_width && !std::all_of(fields.begin() + static_cast<std::ptrdiff_t>(m_width), fields.end(), blank))
            return invalid(m_module + ".row-malformed", which + ": has " + std::to_string(fields.size()) + " cells, the header " + std::to_string(m_width));
        return true;
    }
}

std::string_view NamedColumns::cell(std::size_t column) const
{
    return m_places[column] < m_reader.fields().size() ? trimmed(m_reader.fields()[m_places[column]]) : std::string_view();
}

Error NamedColumns::wrong(std::size_t column, const std::string& what) const
{
    std::string shown;
    for (const char c : cell(column).substr(0, 40))
        shown.push_back(static_cast<unsigned char>(c) < 0x20 ? '?' : c);
    return invalid(m_module + ".row-malformed", "row " + std::to_string(row()) + ", column '" + std::string(m_columns[column].name) + "': "
            + (shown.empty() ? "an empty cell" : "'" + shown + "'") + " " + what);
}

} // namespace rialto::clients
