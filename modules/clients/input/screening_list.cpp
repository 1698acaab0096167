// SPDX-License-Identifier: GPL-3.0-or-later
#include "clients/input/screening_list.h"

#include "clients/input/named_columns.h"

#include <algorithm>
#include <array>

namespace rialto::clients {

namespace {

enum ListColumn : std::size_t { kListName, kListId, kListAliases, kListNameZh, kListType, kListCountry, kListBorn, kListProgram };

const std::vector<ColumnWords>& listColumns()
{
    static const std::vector<ColumnWords> words{{"name", {"name", "fullname", "mainname", "caption", "entity"}}, {"id", {"id", "uid", "entnum", "reference"}},
        {"aliases", {"aliases", "alias", "aka", "weakaliases", "othernames"}}, {"name_zh", {"namezh", "chinesename", "originalscript"}}, {"type", {"type", "schema", "sdntype", "kind"}},
        {"country", {"country", "countries", "nationality", "citizenship"}}, {"date_of_birth", {"dateofbirth", "dob", "birthdate", "born"}},
        {"program", {"program", "programs", "list", "dataset", "sanctions", "reason"}}};
    return words;
}

void addNames(std::vector<std::string>& names, std::string_view list)
{
    while (!list.empty()) {
        const std::size_t end = std::min(list.find_first_of(";|"), list.size());
        std::string_view one = list.substr(0, end);
        list.remove_prefix(std::min(end + 1, list.size()));
        while (!one.empty() && one.front() == ' ')
            one.remove_prefix(1);
        while (!one.empty() && one.back() == ' ')
            one.remove_suffix(1);
        if (!one.empty() && names.size() < 100)
            names.emplace_back(one);
    }
}

void readBirth(ListEntry& entry, std::string_view text)
{
    if (const auto day = Date::parse(text.substr(0, 10)); day && text.size() >= 8) {
        entry.born = *day;
        return;
    }
    if (text.size() >= 4 && std::all_of(text.begin(), text.begin() + 4, [](char c) { return c >= '0' && c <= '9'; }))
        entry.bornYear = (text[0] - '0') * 1000 + (text[1] - '0') * 100 + (text[2] - '0') * 10 + (text[3] - '0');
}

// "DOB 17 May 1962; ...": day and month may be missing.
void readRemarks(ListEntry& entry, std::string_view remarks)
{
    static constexpr std::array<std::string_view, 12> kMonths{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    if (const std::size_t at = remarks.find("DOB "); at != std::string_view::npos) {
        std::string_view text = remarks.substr(at + 4, 20);
        text = text.substr(0, text.find_first_of(";."));
        unsigned day = 0;
        unsigned month = 0;
        int year = 0;
        while (!text.empty()) {
            const std::size_t end = std::min(text.find(' '), text.size());
            const std::string_view word = text.substr(0, end);
            text.remove_prefix(std::min(end + 1, text.size()));
            const bool digits = !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
            if (digits && word.size() <= 4) {
                int number = 0;
                for (const char c : word)
                    number = number * 10 + (c - '0');
                if (word.size() == 4)
                    year = number;
                if (word.size() <= 2)
                    day = static_cast<unsigned>(number);
            } else if (const auto found = std::find(kMonths.begin(), kMonths.end(), word); found != kMonths.end()) {
                month = static_cast<unsigned>(found - kMonths.begin()) + 1;
            }
        }
        entry.bornYear = year;
        if (year >= 1800 && month != 0 && day >= 1 && day <= 28)
            entry.born = Date::of(year, month, day);
    }
    for (std::size_t at = remarks.find("a.k.a. '"); at != std::string_view::npos; at = remarks.find("a.k.a. '", at + 1)) {
        const std::size_t begin = at + 8;
        const std::size_t end = remarks.find('\'', begin);
        if (end == std::string_view::npos)
            break;
        if (entry.names.size() < 100)
            entry.names.emplace_back(remarks.substr(begin, end - begin));
    }
}

Result<std::vector<ListEntry>> readSdn(std::string_view text)
{
    integration::MemorySource source(text);
    integration::CsvReader reader(source, {',', '"'}, 65536);
    std::vector<ListEntry> list;
    for (;;) {
        const auto more = reader.next();
        if (!more)
            return invalid("screening.row-malformed", "after row " + std::to_string(reader.row()) + ": " + more.error().text());
        if (!*more)
            break;
        const auto fields = reader.fields();
        const auto cell = [&](std::size_t index) {
            std::string_view field = index < fields.size() ? fields[index] : std::string_view();
            while (!field.empty() && field.front() == ' ')
                field.remove_prefix(1);
            while (!field.empty() && field.back() == ' ')
                field.remove_suffix(1);
            return field == "-0-" ? std::string_view() : field;
        };
        if (fields.size() == 1)
            continue; // the file ends in a lone control character
        if (fields.size() < 4 || cell(1).empty() || reader.flaw() != integration::CsvFlaw::None)
            return invalid("screening.row-malformed", "row " + std::to_string(reader.row()) + ": is no entry of an SDN list (number, name, type, program, ...)");
        if (list.size() == kMostListRows)
            return invalid("screening.too-many-rows", "more than " + std::to_string(kMostListRows) + " rows");
        ListEntry entry;
        entry.id = std::string(cell(0));
        entry.names.emplace_back(cell(1));
        entry.type = std::string(cell(2));
        entry.program = std::string(cell(3));
        readRemarks(entry, cell(11));
        list.push_back(std::move(entry));
    }
    return list;
}

} // namespace

Result<std::vector<ListEntry>> readScreeningList(std::string_view text)
{
    if (text.substr(0, 3) == "\xEF\xBB\xBF")
        text.remove_prefix(3);
    const std::string_view first = text.substr(0, std::min(text.find_first_of("\r\n"), text.size()));
    if (!first.empty() && first.front() >= '0' && first.front() <= '9' && first.find(',') != std::string_view::npos)
        return readSdn(text);
    auto table = NamedColumns::open(text, listColumns(), "screening");
    if (!table)
        return table.error();
    if (!(*table)->has(kListName) && !(*table)->has(kListNameZh))
        return invalid("screening.column-missing", "the header has no column 'name' (columns: name,id,aliases,name_zh,type,country,date_of_birth,program)");
    std::vector<ListEntry> list;
    for (;;) {
        const auto more = (*table)->next();
        if (!more)
            return more.error();
        if (!*more)
            break;
        if (list.size() == kMostListRows)
            return invalid("screening.too-many-rows", "more than " + std::to_string(kMostListRows) + " rows");
        ListEntry entry;
        const auto cell = [&](ListColumn column) { return (*table)->cell(column); };
        if (!cell(kListName).empty())
            entry.names.emplace_back(cell(kListName));
        if (!cell(kListNameZh).empty())
            entry.names.emplace_back(cell(kListNameZh));
        addNames(entry.names, cell(kListAliases));
        if (entry.names.empty())
            return (*table)->wrong(kListName, "where a name is needed");
        entry.id = cell(kListId).empty() ? "row" + std::to_string((*table)->row()) : std::string(cell(kListId));
        entry.type = std::string(cell(kListType));
        entry.country = std::string(cell(kListCountry));
        entry.program = std::string(cell(kListProgram));
        readBirth(entry, cell(kListBorn));
        list.push_back(std::move(entry));
    }
    if (list.empty())
        return invalid("screening.file-empty", "the list holds a header and no entry");
    return list;
}

} // namespace rialto::clients
