// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/html/report_html.h"

#include "reports/export/html/svg_charts.h"

#include <unordered_map>

namespace rialto::reports {
namespace {

// The look. The accent comes before it as --accent.
constexpr const char* kStyle = R"css(
:root{--paper:#fff;--ink:#1a2330;--muted:#5d6979;--hair:#d8dde4;--tint:color-mix(in srgb,var(--accent) 10%,var(--paper));--line:var(--accent);--other:#7d8896}
@media (prefers-color-scheme:dark){:root{--paper:#12171d;--ink:#e6eaf0;--muted:#97a3b2;--hair:#2b343f;--line:color-mix(in srgb,var(--accent) 55%,#fff);--other:#8b97a6}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:14px/1.45 system-ui,"Noto Sans","Segoe UI","PingFang SC","Microsoft YaHei","WenQuanYi Micro Hei",sans-serif;font-variant-numeric:tabular-nums}
main{max-width:980px;margin:0 auto;padding:0 24px 48px}
header{background:var(--accent);color:#fff;padding:36px 24px;margin-bottom:28px}
header>div{max-width:932px;margin:0 auto;position:relative}
header h1{font-weight:400;font-size:34px;margin:18px 0 4px}
header .logo{position:absolute;right:0;top:0;max-height:52px;max-width:200px}
.mark{border:1px solid currentColor;border-radius:3px;font-size:11px;letter-spacing:.06em;padding:2px 8px;margin-left:12px}
.client{font-size:24px;margin:0 0 12px}
dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(180px,1fr));gap:12px 24px;margin:0 0 18px}
dt{color:var(--muted);font-size:12px}dd{margin:0}
.headline{border-top:2px solid var(--line);padding-top:10px}
.headline b{display:block;font-weight:400;font-size:30px;color:var(--line)}
nav{margin:18px 0;font-size:13px}nav a{color:var(--line);margin-right:16px;white-space:nowrap}
h2{font-weight:400;font-size:24px;margin:44px 0 2px;padding-top:10px;border-top:1px solid var(--hair)}
h3{font-size:15px;margin:26px 0 4px}
.lead,.muted,small{color:var(--muted)}.lead{margin:0 0 12px}
.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(150px,1fr));gap:0 20px;border-top:1px solid var(--line);margin:14px 0;padding:10px 0}
.figures b{display:block;font-weight:400;font-size:21px;white-space:nowrap}
.scroll{overflow-x:auto}
table{border-collapse:collapse;width:100%;margin:8px 0 18px}
caption{text-align:left;font-weight:600;padding:6px 0}
th{color:var(--muted);font-weight:400;font-size:12px;text-align:left;vertical-align:bottom;border-bottom:1px solid var(--muted);padding:4px 8px}
td{padding:5px 8px;border-bottom:1px solid var(--hair);vertical-align:top}
td small,th small{display:block}
.n{text-align:right;white-space:nowrap}.c{text-align:center}
tr.group td{font-weight:600;color:var(--line);padding-top:14px}
tr.subtotal td{font-weight:600}tr.total td{font-weight:600;border-top:1px solid var(--line);border-bottom:2px solid var(--line)}
td.strong{font-weight:600}td.strong small{font-weight:400}
[data-figure][title]{cursor:help}
figure{margin:14px 0}figcaption{font-weight:600}figcaption small{font-weight:400}
svg.chart{width:100%;height:auto;display:block}
.area{fill:var(--tint)}.line{fill:none;stroke:var(--line);stroke-width:1.6}.line.other{stroke:var(--other);stroke-dasharray:5 4;stroke-width:1.2}.line.l2{stroke-dasharray:2 3}.line.l3{stroke-dasharray:8 3 2 3}
.grid{stroke:var(--hair)}.zero{stroke:var(--muted)}.tick{fill:var(--muted);font-size:11px}.value{fill:var(--ink);font-size:11px}.centre{fill:var(--ink);font-size:13px}
.bar{fill:var(--line)}.bar.fall{fill:var(--other)}
.split{display:grid;grid-template-columns:200px 1fr;gap:32px;align-items:center}
@media (max-width:640px){.split{grid-template-columns:1fr}svg.donut{max-width:220px}}
.slice{stroke:var(--paper);stroke-width:1.5}.ring{fill:none;stroke-width:30}
.key{display:inline-block;width:10px;height:10px;margin-right:8px}
ol{padding-left:22px}li{margin:4px 0}
footer{color:var(--muted);font-size:12px;border-top:1px solid var(--hair);margin-top:36px;padding-top:10px}
@media print{:root{--paper:#fff;--ink:#1a2330;--muted:#5d6979;--hair:#d8dde4;--line:var(--accent)}body{font-size:10px}header{-webkit-print-color-adjust:exact;print-color-adjust:exact}nav{display:none}main{max-width:none;padding:0}h2{break-after:avoid}tr,figure,.figures{break-inside:avoid}thead{display:table-header-group}@page{size:A4;margin:16mm}}
)css";

constexpr int kMixes[] = {100, 82, 64, 48, 34, 22, 70, 40, 90};

std::string hexColour(std::uint32_t rgb)
{
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text = "#";
    for (int shift = 20; shift >= 0; shift -= 4)
        text += kDigits[(rgb >> shift) & 15U];
    return text;
}

std::string base64(const std::string& bytes)
{
    static constexpr char kLetters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    std::string out;
    for (std::size_t i = 0; i < bytes.size(); i += 3) {
        std::uint32_t word = 0;
        for (std::size_t k = 0; k < 3; ++k)
            word = word << 8U | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
        for (std::size_t k = 0; k < 4; ++k)
            out += i + k <= bytes.size() ? kLetters[(word >> (18 - 6 * k)) & 63U] : '=';
    }
    return out;
}

class HtmlReportWriter {
public:
    explicit HtmlReportWriter(const ReportDocument& document) : m_document(document)
    {
        for (const auto& figure : document.figures)
            m_figures.emplace(figure.id, &figure);
    }

    void operator()(const Cover& cover)
    {
        std::string logo;
        if (!m_document.brand.logo.empty())
            logo = "<img class=\"logo\" alt=\"" + escaped(cover.firm) + "\" src=\"data:" + m_document.brand.logoType + ";base64," + base64(m_document.brand.logo) + "\">";
        const std::string mark = m_document.furniture.simulated.empty() ? "" : "<span class=\"mark\">" + escaped(m_document.furniture.simulated) + "</span>";
        m_head = "<header><div>" + logo + "<div>" + escaped(cover.firm) + mark + "</div><h1>" + escaped(cover.title) + "</h1><div>" + escaped(cover.period) + "</div></div></header>";
        m_out += "<p class=\"client\">" + escaped(cover.client) + "</p><dl class=\"facts\">";
        for (const auto& fact : cover.facts)
            m_out += "<div><dt>" + escaped(fact.detail) + "</dt><dd>" + escaped(fact.text) + "</dd></div>";
        m_out += "</dl>";
        if (!cover.figure.empty())
            m_out += "<p class=\"headline\"><small>" + escaped(cover.figureLabel) + "</small><b" + trace(cover.figureId) + ">" + escaped(cover.figure) + "</b><small>" + escaped(cover.figureDetail) + "</small></p>";
        m_out += "\x01"; // where the contents go
        m_contact = cover.contact;
    }
    void operator()(const Heading& heading)
    {
        if (heading.level == 1) {
            const std::string anchor = "s" + std::to_string(++m_sections);
            m_contents += "<a href=\"#" + anchor + "\">" + escaped(heading.text) + "</a>";
            m_out += "<h2 id=\"" + anchor + "\">" + escaped(heading.text) + "</h2>";
        } else {
            m_out += "<h3>" + escaped(heading.text) + "</h3>";
        }
        if (!heading.lead.empty())
            m_out += "<p class=\"lead\">" + escaped(heading.lead) + "</p>";
    }
    void operator()(const Paragraph& paragraph) { m_out += (paragraph.muted ? "<p class=\"muted\">" : "<p>") + escaped(paragraph.text) + "</p>"; }
    void operator()(const KeyFigures& block)
    {
        m_out += "<div class=\"figures\">";
        for (const auto& figure : block.figures)
            m_out += "<div><small>" + escaped(figure.label) + "</small><b" + trace(figure.figure) + ">" + escaped(figure.value) + "</b><small>" + escaped(figure.detail) + "</small></div>";
        m_out += "</div>";
    }
    void operator()(const Table& table)
    {
        m_out += "<div class=\"scroll\"><table>";
        if (!table.caption.empty())
            m_out += "<caption>" + escaped(table.caption) + "</caption>";
        m_out += "<thead><tr>";
        for (const auto& column : table.columns)
            m_out += "<th" + std::string(classOf(column.align)) + " scope=\"col\">" + escaped(column.title) + (column.subtitle.empty() ? "" : "<small>" + escaped(column.subtitle) + "</small>") + "</th>";
        m_out += "</tr></thead><tbody>";
        for (const auto& row : table.rows)
            this->row(table, row);
        m_out += "</tbody></table></div>\n";
    }
    void operator()(const LineChart& chart) { figure(chart.title, chart.unit, svgOf(chart)); }
    void operator()(const BarChart& chart) { figure(chart.title, chart.unit, svgOf(chart)); }
    void operator()(const DonutChart& chart)
    {
        m_out += "<figure class=\"split\">" + svgOf(chart) + "<table><thead><tr><th>" + escaped(chart.nameTitle) + "</th><th class=\"n\">" + escaped(chart.valueTitle) + "</th><th class=\"n\">" + escaped(chart.shareTitle) + "</th></tr></thead><tbody>";
        for (std::size_t i = 0; i < chart.slices.size(); ++i)
            m_out += "<tr><td><span class=\"key k" + std::to_string(i % std::size(kMixes)) + "\"></span>" + escaped(chart.slices[i].name) + "</td><td class=\"n\">" + escaped(chart.slices[i].value) + "</td><td class=\"n\">" + escaped(chart.slices[i].share) + "</td></tr>";
        m_out += "</tbody></table></figure>\n";
    }
    void operator()(const Footnotes& notes)
    {
        m_out += "<ol>";
        for (const auto& note : notes.notes)
            m_out += "<li>" + escaped(note) + "</li>";
        m_out += "</ol>";
    }
    void operator()(const PageBreak&) {}

    std::string finish()
    {
        const std::string nav = m_contents.empty() ? "" : "<nav>" + m_contents + "</nav>";
        if (const auto at = m_out.find('\x01'); at != std::string::npos)
            m_out.replace(at, 1, nav);
        std::string slices;
        for (std::size_t i = 0; i < std::size(kMixes); ++i) {
            const std::string colour = "color-mix(in srgb,var(--line) " + std::to_string(kMixes[i]) + "%,var(--hair))";
            const std::string n = std::to_string(i);
            slices += ".s" + n + "{fill:" + colour + "}.ring.s" + n + "{fill:none;stroke:" + colour + "}.k" + n + "{background:" + colour + "}\n";
        }
        return "<!doctype html>\n<html lang=\"" + std::string(m_document.language == Language::Chinese ? "zh-CN" : "en-GB") + "\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width,initial-scale=1\">\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<link rel=\"icon\" href=\"data:,\">\n<meta name=\"author\" content=\""
            + escaped(m_document.author) + "\">\n<meta name=\"report\" content=\"" + escaped(m_document.key) + "\">\n<title>" + escaped(m_document.title) + "</title>\n<style>:root{--accent:" + hexColour(m_document.brand.accent) + "}" + kStyle + slices
            + "</style>\n</head>\n<body>\n" + m_head + "\n<main>\n" + m_out + "\n<footer>" + escaped(m_document.furniture.footerLeft) + (m_contact.empty() ? "" : " · " + escaped(m_contact)) + "</footer>\n</main>\n</body>\n</html>\n";
    }

private:
    static const char* classOf(Align align)
    {
        return align == Align::Right || align == Align::Decimal ? " class=\"n\"" : align == Align::Centre ? " class=\"c\"" : "";
    }
    std::string trace(const std::string& id) const
    {
        const auto at = m_figures.find(id);
        if (at == m_figures.end())
            return {};
        return " data-figure=\"" + escaped(m_document.key + "/" + id) + "\" data-value=\"" + at->second->text() + "\" title=\"" + escaped(shortened(formulaText(*at->second))) + "\"";
    }
    static std::string shortened(const std::string& formula) { return formula.size() <= 160 ? formula : formula.substr(0, 157) + "..."; }

    void row(const Table& table, const Row& row)
    {
        const char* style = row.style == RowStyle::Group ? " class=\"group\"" : row.style == RowStyle::Subtotal ? " class=\"subtotal\"" : row.style == RowStyle::Total ? " class=\"total\"" : "";
        m_out += "<tr" + std::string(style) + ">";
        if (row.style == RowStyle::Group) {
            m_out += "<td colspan=\"" + std::to_string(table.columns.size()) + "\">" + escaped(row.cells.empty() ? std::string() : row.cells.front().text) + "</td></tr>";
            return;
        }
        for (std::size_t i = 0; i < row.cells.size() && i < table.columns.size(); ++i) {
            const Cell& cell = row.cells[i];
            m_out += "<td" + std::string(table.columns[i].strong ? " class=\"strong\"" : classOf(table.columns[i].align)) + trace(cell.figure) + ">" + escaped(cell.text);
            if (!cell.detail.empty())
                m_out += "<small" + trace(cell.detailFigure) + ">" + escaped(cell.detail) + "</small>";
            m_out += "</td>";
        }
        m_out += "</tr>";
    }
    void figure(const std::string& title, const std::string& unit, const std::string& drawing)
    {
        m_out += "<figure><figcaption>" + escaped(title) + (unit.empty() ? "" : " <small>" + escaped(unit) + "</small>") + "</figcaption>" + drawing + "</figure>\n";
    }

    const ReportDocument& m_document;
    std::unordered_map<std::string, const Figure*> m_figures;
    std::string m_head;
    std::string m_out;
    std::string m_contents;
    std::string m_contact;
    int m_sections = 0;
};

} // namespace

std::string reportHtml(const ReportDocument& document)
{
    HtmlReportWriter writer(document);
    for (const auto& block : document.blocks)
        std::visit(writer, block);
    return writer.finish();
}

} // namespace rialto::reports
