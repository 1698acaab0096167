// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/xlsx/report_xlsx.h"

#include "domain/fixed.h"
#include "reports/export/xlsx/formula_writer.h"

#include <QFile>
#include <QTemporaryDir>

#include <xlsxwriter.h>

#include <cmath>
#include <map>
#include <memory>

namespace rialto::reports {
namespace {

using xlsx::CellStyle;

constexpr int kInk = 0x1A2330;
constexpr int kMuted = 0x5D6979;
constexpr int kHair = 0xD8DDE4;
constexpr int kA4 = 9;
constexpr int kWideTable = 6;

double valueOf(std::int64_t units, int decimals)
{
    return static_cast<double>(units) / std::pow(10.0, decimals);
}

class Workbook {
public:
    Workbook(const ReportDocument& document, const XlsxOptions& options, const QString& path)
        : m_document(document), m_options(options), m_layout(xlsx::layOut(document)), m_formulas(document, m_layout), m_path(path.toStdString())
    {
    }

    bool write()
    {
        m_book = workbook_new(m_path.c_str());
        if (m_book == nullptr)
            return false;
        setProperties();
        for (const auto& sheet : m_layout.sheets)
            writeSheet(sheet);
        writeCalculation();
        writeSources();
        writeSeries();
        if (m_charts != nullptr)
            worksheet_hide(m_charts);
        return workbook_close(m_book) == LXW_NO_ERROR;
    }

private:
    struct NumberFormat {
        bool total;
        bool headline;
        std::string code;
        bool operator<(const NumberFormat& other) const { return std::tie(total, headline, code) < std::tie(other.total, other.headline, other.code); }
    };

    void setProperties()
    {
        lxw_doc_properties properties{};
        // The library copies what it is given and takes it as not const.
        m_title = m_document.title;
        m_author = m_document.author;
        m_subject = m_document.subject;
        properties.title = m_title.data();
        properties.author = m_author.data();
        properties.subject = m_subject.data();
        properties.created = static_cast<time_t>(m_document.createdAt.nanos / 1'000'000'000);
        workbook_set_properties(m_book, &properties);
    }

    lxw_format* styled(CellStyle style)
    {
        auto& format = m_styles[style];
        if (format != nullptr)
            return format;
        format = workbook_add_format(m_book);
        format_set_font_color(format, kInk);
        const int accent = static_cast<int>(m_document.brand.accent);
        switch (style) {
        case CellStyle::Title:
            format_set_font_size(format, 16);
            format_set_font_color(format, accent);
            break;
        case CellStyle::Lead:
        case CellStyle::Muted: format_set_font_color(format, kMuted); break;
        case CellStyle::Head:
        case CellStyle::HeadRight:
            format_set_font_color(format, kMuted);
            format_set_bottom(format, LXW_BORDER_THIN);
            format_set_bottom_color(format, kMuted);
            format_set_text_wrap(format);
            if (style == CellStyle::HeadRight)
                format_set_align(format, LXW_ALIGN_RIGHT);
            break;
        case CellStyle::Group:
            format_set_bold(format);
            format_set_font_color(format, accent);
            break;
        case CellStyle::Strong: format_set_bold(format); break;
        case CellStyle::Total:
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            format_set_top_color(format, kHair);
            break;
        default: break;
        }
        return format;
    }

    /// Follows the printed text: its decimals, its sign, its per cent.
    static std::string codeOf(const Figure& figure, const std::string& text)
    {
        const auto point = text.rfind('.');
        int decimals = 0;
        for (std::size_t i = point == std::string::npos ? text.size() : point + 1; i < text.size() && text[i] >= '0' && text[i] <= '9'; ++i)
            ++decimals;
        const bool rate = figure.kind == FigureKind::Rate;
        if (rate && text.find('%') == std::string::npos)
            decimals = std::max(decimals, 3);
        std::string code = "#,##0";
        if (rate)
            code = "0";
        if (decimals > 0)
            code += "." + std::string(static_cast<std::size_t>(decimals), '0');
        if (rate)
            code += "%";
        const bool sign = !text.empty() && text.front() == '+';
        return sign ? "+" + code + ";-" + code + ";" + code : code + ";-" + code;
    }

    lxw_format* numbered(const Figure& figure, const std::string& text, CellStyle style)
    {
        auto& format = m_numbers[{style == CellStyle::NumberTotal, style == CellStyle::Headline, codeOf(figure, text)}];
        if (format != nullptr)
            return format;
        format = workbook_add_format(m_book);
        format_set_num_format(format, codeOf(figure, text).c_str());
        format_set_font_color(format, kInk);
        if (style == CellStyle::NumberTotal) {
            format_set_bold(format);
            format_set_top(format, LXW_BORDER_THIN);
            format_set_top_color(format, kHair);
        } else if (style == CellStyle::Headline) {
            format_set_font_size(format, 16);
            format_set_font_color(format, static_cast<int>(m_document.brand.accent));
        }
        return format;
    }

    void putFigure(lxw_worksheet* sheet, std::uint32_t row, std::uint16_t column, const Figure& figure, const std::string& formula, lxw_format* format)
    {
        const double value = valueOf(figure.units, figure.decimals);
        if (formula.empty())
            worksheet_write_number(sheet, row, column, value, format);
        else
            worksheet_write_formula_num(sheet, row, column, formula.c_str(), format, m_options.cachedValues ? value : 0);
    }

    void writeSheet(const xlsx::Sheet& sheet)
    {
        lxw_worksheet* to = workbook_add_worksheet(m_book, sheet.name.c_str());
        for (std::size_t i = 0; i < sheet.widths.size(); ++i)
            worksheet_set_column(to, static_cast<lxw_col_t>(i), static_cast<lxw_col_t>(i), sheet.widths[i], nullptr);
        for (const auto& cell : sheet.cells) {
            if (cell.figure == nullptr) {
                worksheet_write_string(to, cell.row, cell.column, cell.text.c_str(), styled(cell.style));
                continue;
            }
            const std::string formula = cell.derived ? "=" + m_layout.places.at(cell.figure->id).text() : m_formulas.formulaOf(*cell.figure);
            putFigure(to, cell.row, cell.column, *cell.figure, formula, numbered(*cell.figure, cell.text, cell.style));
        }
        for (const auto& chart : sheet.charts)
            writeChart(to, chart);
        setUpPrint(to, sheet);
    }

    void setUpPrint(lxw_worksheet* to, const xlsx::Sheet& sheet)
    {
        worksheet_gridlines(to, LXW_HIDE_ALL_GRIDLINES);
        if (sheet.frozenRows > 0 && sheet.frozenRows < 12)
            worksheet_freeze_panes(to, sheet.frozenRows, 1);
        worksheet_set_paper(to, kA4);
        if (sheet.widths.size() > kWideTable)
            worksheet_set_landscape(to);
        worksheet_fit_to_pages(to, 1, 0);
        if (sheet.frozenRows > 0)
            worksheet_repeat_rows(to, sheet.frozenRows - 1, sheet.frozenRows - 1);
        const auto safe = [](std::string text) {
            for (std::size_t at = text.find('&'); at != std::string::npos; at = text.find('&', at + 2))
                text.insert(at, "&");
            return text.size() > 200 ? text.substr(0, 200) : text;
        };
        worksheet_set_header(to, ("&L" + safe(m_document.furniture.headerLeft).substr(0, 100) + "&R" + safe(m_document.furniture.headerRight).substr(0, 100)).c_str());
        worksheet_set_footer(to, ("&L" + safe(m_document.furniture.footerLeft).substr(0, 100) + "&R&P / &N").c_str());
    }

    std::string block(std::uint16_t column, std::uint32_t first, std::uint32_t last) const
    {
        const std::string letters = xlsx::columnLetters(column);
        return "='" + std::string(xlsx::kChartsSheet) + "'!$" + letters + "$" + std::to_string(first + 1) + ":$" + letters + "$" + std::to_string(last + 1);
    }

    void writeChart(lxw_worksheet* to, const xlsx::SheetChart& chart)
    {
        using Kind = xlsx::SheetChart::Kind;
        if (chart.columns.empty() || chart.columns.front().values.empty())
            return;
        if (m_charts == nullptr)
            m_charts = workbook_add_worksheet(m_book, xlsx::kChartsSheet);
        const auto rows = static_cast<std::uint32_t>(chart.columns.front().values.size());
        const std::uint16_t keys = m_chartColumn;
        lxw_format* days = workbook_add_format(m_book);
        format_set_num_format(days, "yyyy-mm-dd");
        worksheet_write_string(m_charts, 0, keys, chart.title.c_str(), nullptr);
        for (std::uint32_t i = 0; i < rows; ++i) {
            if (chart.kind == Kind::Line)
                worksheet_write_number(m_charts, i + 1, keys, spreadsheetDay(chart.days[i]), days);
            else
                worksheet_write_string(m_charts, i + 1, keys, chart.labels[i].c_str(), nullptr);
        }
        const auto kind = static_cast<std::uint8_t>(chart.kind == Kind::Line ? LXW_CHART_LINE : chart.kind == Kind::Bars ? LXW_CHART_COLUMN : LXW_CHART_DOUGHNUT);
        lxw_chart* drawn = workbook_add_chart(m_book, kind);
        chart_title_set_name(drawn, chart.title.c_str());
        lxw_chart_font titleFont{};
        titleFont.size = 11;
        chart_title_set_name_font(drawn, &titleFont);
        std::uint16_t column = keys;
        const int colours[] = {static_cast<int>(m_document.brand.accent), 0x7D8896, 0x86AED4, 0x0F2C4A};
        for (std::size_t s = 0; s < chart.columns.size(); ++s) {
            ++column;
            worksheet_write_string(m_charts, 0, column, chart.columns[s].name.c_str(), nullptr);
            for (std::uint32_t i = 0; i < rows; ++i)
                worksheet_write_number(m_charts, i + 1, column, chart.columns[s].values[i], nullptr);
            lxw_chart_series* series = chart_add_series(drawn, block(keys, 1, rows).c_str(), block(column, 1, rows).c_str());
            chart_series_set_name(series, ("='" + std::string(xlsx::kChartsSheet) + "'!$" + xlsx::columnLetters(column) + "$1").c_str());
            if (chart.kind == Kind::Line) {
                lxw_chart_line line{};
                line.color = static_cast<lxw_color_t>(colours[s % std::size(colours)]);
                line.width = s == 0 ? 1.75F : 1.0F;
                chart_series_set_line(series, &line);
            } else if (chart.kind == Kind::Bars) {
                lxw_chart_fill fill{};
                fill.color = static_cast<lxw_color_t>(colours[0]);
                chart_series_set_fill(series, &fill);
            }
        }
        m_chartColumn = static_cast<std::uint16_t>(column + 2);
        if (chart.kind == Kind::Donut) {
            chart_legend_set_position(drawn, LXW_CHART_LEGEND_RIGHT);
            chart_set_hole_size(drawn, 62);
        } else {
            if (chart.columns.size() > 1)
                chart_legend_set_position(drawn, LXW_CHART_LEGEND_TOP);
            else
                chart_legend_set_position(drawn, LXW_CHART_LEGEND_NONE);
            chart_axis_set_num_format(drawn->y_axis, chart.percent ? "0%" : "#,##0");
            if (chart.kind == Kind::Line) {
                chart_axis_set_num_format(drawn->x_axis, "yyyy-mm");
                chart_axis_set_interval_unit(drawn->x_axis, static_cast<std::uint16_t>(std::max<std::uint32_t>(1, rows / 6)));
                chart_axis_set_interval_tick(drawn->x_axis, static_cast<std::uint16_t>(std::max<std::uint32_t>(1, rows / 6)));
            }
            chart_axis_set_label_position(drawn->x_axis, LXW_CHART_AXIS_LABEL_POSITION_LOW);
        }
        lxw_chart_options place{};
        place.x_scale = chart.kind == Kind::Donut ? 1.1 : 1.5;
        place.y_scale = 1.1;
        worksheet_insert_chart_opt(to, chart.row, 0, drawn, &place);
    }

    static double spreadsheetDay(Date day) { return static_cast<double>(day.days) + 25569; }

    void writeHead(lxw_worksheet* sheet, std::initializer_list<std::pair<const char*, double>> columns)
    {
        lxw_col_t column = 0;
        for (const auto& [title, width] : columns) {
            worksheet_write_string(sheet, 0, column, title, styled(CellStyle::Head));
            worksheet_set_column(sheet, column, column, width, nullptr);
            ++column;
        }
        worksheet_freeze_panes(sheet, 1, 1);
    }

    void writeCalculation()
    {
        lxw_worksheet* sheet = nullptr;
        for (const auto& figure : m_document.figures) {
            const auto& place = m_layout.places.at(figure.id);
            if (place.sheet != xlsx::kCalculationSheet)
                continue;
            if (sheet == nullptr) {
                sheet = workbook_add_worksheet(m_book, xlsx::kCalculationSheet);
                writeHead(sheet, {{"figure", 48}, {"value", 20}, {"unit", 8}, {"method", 90}});
            }
            worksheet_write_string(sheet, place.row, 0, figure.id.c_str(), nullptr);
            putFigure(sheet, place.row, place.column, figure, m_formulas.formulaOf(figure), numbered(figure, formatDecimal(figure.units, figure.decimals, figure.decimals), CellStyle::Number));
            worksheet_write_string(sheet, place.row, 2, figure.unit.c_str(), nullptr);
            worksheet_write_string(sheet, place.row, 3, (formulaText(figure) + (figure.method.empty() ? "" : ". " + figure.method)).substr(0, 800).c_str(), nullptr);
        }
    }

    void writeSources()
    {
        if (m_layout.sources.empty())
            return;
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, xlsx::kSourcesSheet);
        writeHead(sheet, {{"figure", 44}, {"kind", 10}, {"row of the book", 34}, {"in words", 52}, {"value", 20}});
        for (const auto& figure : m_document.figures) {
            const auto at = m_layout.sources.find(figure.id);
            if (at == m_layout.sources.end())
                continue;
            std::uint32_t row = at->second.first;
            for (const auto& source : figure.sources) {
                worksheet_write_string(sheet, row, 0, figure.id.c_str(), nullptr);
                worksheet_write_string(sheet, row, 1, source.kind.c_str(), nullptr);
                worksheet_write_string(sheet, row, 2, source.key.c_str(), nullptr);
                worksheet_write_string(sheet, row, 3, source.text.c_str(), nullptr);
                worksheet_write_number(sheet, row, 4, valueOf(source.units, figure.decimals), nullptr);
                ++row;
            }
        }
    }

    void writeSeries()
    {
        const auto& series = m_document.series;
        if (series.empty() || m_document.client.empty())
            return;
        lxw_worksheet* sheet = workbook_add_worksheet(m_book, xlsx::kSeriesSheet);
        writeHead(sheet, {{"date", 12}, {"value", 18}, {"contributed", 18}, {"flow", 16}, {"growth", 14}, {"index", 14}, {"fall", 12}, {"payment", 18}});
        lxw_format* days = workbook_add_format(m_book);
        format_set_num_format(days, "yyyy-mm-dd");
        double index = 1;
        double highest = 1;
        const int digits = m_document.seriesDecimals;
        for (std::size_t i = 0; i < series.size(); ++i) {
            const auto row = xlsx::kFirstDataRow + static_cast<std::uint32_t>(i);
            const std::string n = std::to_string(row + 1);
            const std::string before = std::to_string(row);
            const bool first = i == 0;
            const double value = valueOf(series[i].value, digits);
            const double flow = valueOf(series[i].contributed - (first ? 0 : series[i - 1].contributed), digits);
            const double capital = (first ? 0 : valueOf(series[i - 1].value, digits)) + flow;
            const double growth = capital > 0 ? value / capital : 1;
            index *= growth;
            highest = std::max(highest, index);
            const bool last = i + 1 == series.size();
            const auto formula = [&](std::uint16_t column, const std::string& text, double result) {
                worksheet_write_formula_num(sheet, row, column, text.c_str(), nullptr, m_options.cachedValues ? result : 0);
            };
            worksheet_write_number(sheet, row, 0, spreadsheetDay(series[i].date), days);
            worksheet_write_number(sheet, row, 1, value, nullptr);
            worksheet_write_number(sheet, row, 2, valueOf(series[i].contributed, digits), nullptr);
            const std::string capitalText = first ? "D" + n : "(B" + before + "+D" + n + ")";
            formula(3, first ? "=C" + n : "=ROUND(C" + n + "-C" + before + "," + std::to_string(digits) + ")", flow);
            formula(4, "=IF(" + capitalText + ">0,B" + n + "/" + capitalText + ",1)", growth);
            formula(5, first ? "=E" + n : "=F" + before + "*E" + n, index);
            formula(6, "=F" + n + "/MAX(1,F$2:F" + n + ")-1", index / highest - 1);
            formula(7, last ? "=B" + n + "-D" + n : "=-D" + n, last ? value - flow : -flow);
        }
    }

    const ReportDocument& m_document;
    const XlsxOptions& m_options;
    const xlsx::Layout m_layout;
    const xlsx::FormulaWriter m_formulas;
    const std::string m_path;
    std::string m_title;
    std::string m_author;
    std::string m_subject;
    lxw_workbook* m_book = nullptr;
    lxw_worksheet* m_charts = nullptr;
    std::uint16_t m_chartColumn = 0;
    std::map<CellStyle, lxw_format*> m_styles;
    std::map<NumberFormat, lxw_format*> m_numbers;
};

} // namespace

Result<std::string> reportXlsx(const ReportDocument& document, const XlsxOptions& options)
{
    // The library writes to a name only.
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("report.xlsx"));
    if (!folder.isValid() || !Workbook(document, options, path).write())
        return unavailable("reports.xlsx-failed", document.title);
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unavailable("reports.xlsx-failed", document.title);
    return file.readAll().toStdString();
}

} // namespace rialto::reports
