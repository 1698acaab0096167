// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/cli/scenario_table.h"

#include "api/cli/table_file.h"

#include <algorithm>

namespace rialto::cli {

std::string lowerCased(std::string text)
{
    std::transform(text.begin(), text.end(), text.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

namespace {

constexpr int kFewestPlaces = 2;

bool isNumberPart(char c)
{
    return (c >= '0' && c <= '9') || c == '.';
}

} // namespace

/// The text in lower case without spaces, its numbers in their shortest form.
std::string normalised(const std::string& text)
{
    std::string out;
    for (std::size_t i = 0; i < text.size();) {
        if (!isNumberPart(text[i])) {
            if (text[i] != ' ')
                out += lowerCased(std::string(1, text[i]));
            ++i;
            continue;
        }
        std::size_t end = i;
        while (end < text.size() && isNumberPart(text[end]))
            ++end;
        std::int64_t value = 0;
        const std::string number = text.substr(i, end - i);
        out += parseFixed(number, kMostPlaces, value) ? fixedText(value, kMostPlaces) : number;
        i = end;
    }
    return out;
}

Table tableOf(const Json& step)
{
    Table table;
    const auto found = step.find("table");
    if (found == step.end() || !found->is_array())
        throw CaseFailure{"the step needs a table"};
    for (const Json& row : *found) {
        std::vector<std::string> cells;
        if (!row.is_array())
            throw CaseFailure{"a row of the table is no list"};
        for (const Json& cell : row)
            cells.push_back(cell.is_string() ? cell.get<std::string>() : cell.is_null() ? std::string() : cell.dump());
        table.push_back(std::move(cells));
    }
    if (table.empty())
        throw CaseFailure{"the table is empty"};
    return table;
}

std::optional<std::size_t> columnIfAny(const Table& table, const std::string& name)
{
    for (std::size_t i = 0; i < table[0].size(); ++i)
        if (lowerCased(table[0][i]) == name)
            return i;
    return std::nullopt;
}

std::size_t columnOf(const Table& table, const std::string& name)
{
    if (const auto column = columnIfAny(table, name))
        return *column;
    throw CaseFailure{"the table has no column " + name};
}

std::string cellOf(const Table& table, std::size_t row, std::size_t column)
{
    return column < table[row].size() ? table[row][column] : std::string();
}

/// Decimals that occur anywhere in the scenario decide the tick.
int placesIn(const Json& json)
{
    int most = kFewestPlaces;
    if (json.is_structured()) {
        for (const Json& inner : json)
            most = std::max(most, placesIn(inner));
        return most;
    }
    const std::string text = json.is_string() ? json.get<std::string>() : json.is_number() ? json.dump() : std::string();
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] != '.')
            continue;
        std::size_t end = i + 1;
        while (end < text.size() && text[end] >= '0' && text[end] <= '9')
            ++end;
        most = std::max(most, static_cast<int>(end - i - 1));
    }
    return std::min(most, kMostPlaces);
}

Table normalised(Table table)
{
    for (auto& row : table)
        for (std::string& cell : row)
            cell = normalised(cell);
    return table;
}

std::string quotedIn(const std::string& sentence)
{
    const std::size_t open = sentence.find('"');
    const std::size_t close = open == std::string::npos ? open : sentence.find('"', open + 1);
    return close == std::string::npos ? std::string() : sentence.substr(open + 1, close - open - 1);
}

std::string wordAfter(const std::string& sentence, const std::string& phrase)
{
    const std::size_t at = sentence.find(phrase + " ");
    if (at == std::string::npos)
        return {};
    std::string word = sentence.substr(at + phrase.size() + 1);
    word = word.substr(0, word.find(' '));
    while (!word.empty() && (word.back() == ',' || word.back() == '.' || word.back() == ':' || word.back() == '%'))
        word.pop_back();
    return word;
}

} // namespace rialto::cli
