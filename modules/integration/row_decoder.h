// SPDX-License-Identifier: GPL-3.0-or-later
// RowDecoder: one record of a table to a bar or a tick, exactly, or the reason why not. Pure; one owner.
#pragma once

#include "domain/bar.h"
#include "integration/table_layout.h"
#include "market/tick_store.h"

#include <span>
#include <string>
#include <string_view>

namespace rialto::integration {

struct RowIssue {
    int column = -1;          // -1: the row as a whole
    const char* code = "";    // see import_report.h
    std::string detail;
    bool fatal = false;       // the file contradicts what was worked out about it: refuse it
};

struct RowRepairs {
    bool rounded = false;
    bool groups = false;
    bool widened = false;
    bool noVolume = false;
    bool any() const { return rounded || groups || widened || noVolume; }
};

class RowDecoder {
public:
    RowDecoder(const TableLayout& layout, const ImportOptions& options);

    using Fields = std::span<const std::string_view>;
    /// False: see issue().
    bool bar(Fields fields, CsvFlaw flaw, Bar& out);
    bool tick(Fields fields, CsvFlaw flaw, market::Tick& out);
    /// Refusals of rows that were decoded well but cannot stand where they are; both answer false.
    bool refuseDuplicate(bool identical);
    bool refuseBackwards(Timestamp last);
    /// The symbol of the row last decoded.
    std::string_view symbol() const { return m_symbol; }
    const RowRepairs& repairs() const { return m_repairs; }
    const RowIssue& issue() const { return m_issue; }

private:
    bool begin(Fields fields, CsvFlaw flaw);
    bool fail(int column, const char* code, std::string detail = {});
    bool time(Fields fields, Timestamp& out);
    bool toInstant(const TimeReading& reading, std::int64_t nanosOfDay, Timestamp& out);
    bool price(Fields fields, Role role, Price& out);
    bool middle(Fields fields, Role bid, Role ask, Price& out);
    bool volume(Fields fields, Role role, Quantity& out);
    bool check(Bar& bar);

    const TableLayout& m_layout;
    const ImportOptions& m_options;
    const std::size_t m_width;
    std::size_t m_needed = 0;
    DecimalRules m_priceRules;
    DecimalRules m_volumeRules;
    std::string_view m_symbol;
    RowRepairs m_repairs;
    RowIssue m_issue;
    // The offset of the day looked up last, when no clock change falls into it.
    Date m_offsetDate;
    std::int64_t m_offsetNanos = 0;
    bool m_offsetKnown = false;
};

} // namespace rialto::integration
