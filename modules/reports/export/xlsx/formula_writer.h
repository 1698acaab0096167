// SPDX-License-Identifier: GPL-3.0-or-later
// The spreadsheet formula of a figure over the cells of its inputs. Pure.
#pragma once

#include "reports/export/xlsx/sheet_layout.h"

namespace rialto::reports::xlsx {

class FormulaWriter {
public:
    FormulaWriter(const ReportDocument& document, const Layout& layout);

    /// "=ROUND(...)"; "" for a figure that is stated, or whose formula would be too long for a cell.
    std::string formulaOf(const Figure& figure) const;

private:
    std::string references(const Figure& figure, const char* between) const;
    std::string sum(const Figure& figure) const;
    std::string overSeriesFormula(const Figure& figure) const;
    std::string rounded(const Figure& figure, const std::string& expression) const;

    const ReportDocument& m_document;
    const Layout& m_layout;
    std::unordered_map<std::string, const Figure*> m_figures;
    bool m_weekends = false;     // the series has some: volatility leaves them out, a plain range cannot
};

} // namespace rialto::reports::xlsx
