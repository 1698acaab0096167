// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/export/pdf/pdf_rewriter.h"

#include "domain/date.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>
#include <map>

namespace rialto::reports {
namespace {

struct Object {
    QByteArray head;     // all of it, or the dictionary before the stream
    QByteArray stream;   // from the word "stream" on
};

using Objects = std::map<int, Object>;

struct Parsed {
    Objects objects;
    int root = 0;
};

std::optional<Parsed> parse(const QByteArray& pdf)
{
    const qsizetype startAt = pdf.lastIndexOf("startxref");
    if (startAt < 0)
        return std::nullopt;
    const qsizetype tableAt = pdf.mid(startAt + 9).trimmed().split('\n').value(0).trimmed().toLongLong();
    if (tableAt <= 0 || tableAt >= pdf.size() || !pdf.mid(tableAt, 4).startsWith("xref"))
        return std::nullopt;
    const qsizetype trailerAt = pdf.indexOf("trailer", tableAt);
    if (trailerAt < 0)
        return std::nullopt;

    const QList<QByteArray> lines = pdf.mid(tableAt, trailerAt - tableAt).split('\n');
    std::map<qsizetype, int> starts;
    const QList<QByteArray> range = lines.value(1).trimmed().split(' ');
    if (range.size() != 2 || range[0] != "0")
        return std::nullopt;
    const int count = range[1].toInt();
    if (count < 2 || lines.size() < count + 2)
        return std::nullopt;
    for (int i = 1; i < count; ++i) {
        const QByteArray entry = lines[i + 2].trimmed();
        if (entry.endsWith('n'))
            starts[entry.left(10).toLongLong()] = i;
    }
    starts[tableAt] = 0;

    Parsed parsed;
    for (auto at = starts.begin(); at->second != 0; ++at) {
        const auto next = std::next(at);
        const QByteArray raw = pdf.mid(at->first, next->first - at->first);
        const QByteArray opening = QByteArray::number(at->second) + " 0 obj";
        const qsizetype end = raw.lastIndexOf("endobj");
        if (!raw.startsWith(opening) || end < 0)
            return std::nullopt;
        const QByteArray body = raw.mid(opening.size(), end - opening.size());
        const qsizetype stream = body.indexOf("stream");
        Object object;
        object.head = body.left(stream < 0 ? body.size() : stream).trimmed();
        if (stream >= 0)
            object.stream = body.mid(stream).trimmed();
        parsed.objects[at->second] = std::move(object);
    }
    static const QRegularExpression rootPattern(QStringLiteral("/Root (\\d+) 0 R"));
    const auto root = rootPattern.match(QString::fromLatin1(pdf.mid(trailerAt)));
    parsed.root = root.captured(1).toInt();
    if (!parsed.objects.count(parsed.root))
        return std::nullopt;
    return parsed;
}

/// Calls `found(start, length, number)` for each reference "7 0 R" in the text.
template <class Found>
void forReferences(const QByteArray& text, Found&& found)
{
    static const QRegularExpression pattern(QStringLiteral("\\b(\\d+) 0 R\\b"));
    auto matches = pattern.globalMatch(QString::fromLatin1(text));
    while (matches.hasNext()) {
        const auto match = matches.next();
        found(match.capturedStart(), match.capturedLength(), match.captured(1).toInt());
    }
}

QByteArray textString(const QString& text)
{
    QByteArray out = "<FEFF";
    for (const QChar c : text)
        out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0').toUpper();
    return out + ">";
}

QByteArray dateString(Timestamp time)
{
    const std::string iso = isoUtc(time); // 2026-11-24T18:00:00Z
    const QByteArray text = QByteArray::fromStdString(iso);
    return "(D:" + text.mid(0, 4) + text.mid(5, 2) + text.mid(8, 2) + text.mid(11, 2) + text.mid(14, 2) + text.mid(17, 2) + "Z)";
}

class Writer {
public:
    Writer(const Parsed& parsed, const PdfDetails& details) : m_parsed(parsed), m_details(details) {}

    std::optional<QByteArray> write()
    {
        int pages = 0;
        forReferences(m_parsed.objects.at(m_parsed.root).head, [&](qsizetype, qsizetype, int number) { pages = pages ? pages : number; });
        if (!m_parsed.objects.count(pages))
            return std::nullopt;
        // 1 catalogue, 2 information, then what the pages lead to, then the bookmarks.
        visit(pages);
        const int firstMark = static_cast<int>(m_order.size()) + 3;
        const bool marked = !m_details.bookmarks.empty();
        m_out = "%PDF-1.4\n%\xE2\xE3\xCF\xD3\n";
        add("<< /Type /Catalog /Pages " + reference(pages) + " /Lang (" + m_details.language.toLatin1() + ") /ViewerPreferences << /DisplayDocTitle true >>"
            + (marked ? " /Outlines " + QByteArray::number(firstMark) + " 0 R" : QByteArray()) + " >>");
        add("<< /Title " + textString(m_details.title) + " /Author " + textString(m_details.author) + " /Subject " + textString(m_details.subject)
            + " /Creator (Rialto) /Producer (Rialto) /CreationDate " + dateString(m_details.createdAt) + " /ModDate " + dateString(m_details.createdAt) + " >>");
        for (const int number : m_order) {
            const Object& object = m_parsed.objects.at(number);
            const QByteArray head = renamed(renumbered(object.head));
            add(object.stream.isEmpty() ? head : head + "\n" + object.stream);
        }
        if (marked && !addBookmarks(firstMark, pages))
            return std::nullopt;
        close();
        return m_out;
    }

private:
    void visit(int number)
    {
        if (m_numbers.count(number) || !m_parsed.objects.count(number))
            return;
        m_numbers[number] = static_cast<int>(m_order.size()) + 3;
        m_order.push_back(number);
        forReferences(m_parsed.objects.at(number).head, [&](qsizetype, qsizetype, int next) { visit(next); });
    }

    QByteArray reference(int number) const
    {
        const auto at = m_numbers.find(number);
        return at == m_numbers.end() ? QByteArray("null") : QByteArray::number(at->second) + " 0 R";
    }

    QByteArray renumbered(const QByteArray& head) const
    {
        QByteArray out;
        qsizetype done = 0;
        forReferences(head, [&](qsizetype start, qsizetype length, int number) {
            out += head.mid(done, start - done) + reference(number);
            done = start + length;
        });
        return out + head.mid(done);
    }

    /// A subset font is named "ABCDEF+Name"; Qt derives the letters from the object number and leaves them out of /BaseFont.
    QByteArray renamed(QByteArray head)
    {
        static const QRegularExpression pattern(QStringLiteral("/(BaseFont|FontName) /(?:[A-Z]{6}\\+)?([^\\s/>]+)"));
        const auto match = pattern.match(QString::fromLatin1(head));
        if (!match.hasMatch())
            return head;
        const QByteArray name = match.captured(2).toLatin1();
        const auto index = m_fonts.emplace(name, static_cast<int>(m_fonts.size())).first->second;
        const QByteArray tag = QByteArray("RIALT") + static_cast<char>('A' + index % 26);
        return head.replace(match.capturedStart(), match.capturedLength(), "/" + match.captured(1).toLatin1() + " /" + tag + "+" + name);
    }

    bool addBookmarks(int first, int pages)
    {
        QByteArray kids = m_parsed.objects.at(pages).head;
        const qsizetype open = kids.indexOf("/Kids");
        const qsizetype shut = kids.indexOf(']', open);
        if (open < 0 || shut < 0)
            return false;
        std::vector<int> pageNumbers;
        forReferences(kids.mid(open, shut - open), [&](qsizetype, qsizetype, int number) { pageNumbers.push_back(number); });
        const int count = static_cast<int>(m_details.bookmarks.size());
        const auto link = [&](const char* key, int index) { return " /" + QByteArray(key) + " " + QByteArray::number(first + 1 + index) + " 0 R"; };
        add("<< /Type /Outlines" + link("First", 0) + link("Last", count - 1) + " /Count " + QByteArray::number(count) + " >>");
        for (int i = 0; i < count; ++i) {
            const PdfBookmark& mark = m_details.bookmarks[static_cast<std::size_t>(i)];
            if (mark.page < 0 || static_cast<std::size_t>(mark.page) >= pageNumbers.size())
                return false;
            add("<< /Title " + textString(mark.title) + " /Parent " + QByteArray::number(first) + " 0 R" + (i > 0 ? link("Prev", i - 1) : QByteArray())
                + (i + 1 < count ? link("Next", i + 1) : QByteArray()) + " /Dest [" + reference(pageNumbers[static_cast<std::size_t>(mark.page)]) + " /XYZ 0 "
                + QByteArray::number(mark.top, 'f', 2) + " null] >>");
        }
        return true;
    }

    void add(const QByteArray& body)
    {
        m_offsets.push_back(m_out.size());
        m_out += QByteArray::number(m_offsets.size()) + " 0 obj\n" + body + "\nendobj\n";
    }

    void close()
    {
        const QByteArray id = QCryptographicHash::hash(m_out, QCryptographicHash::Sha256).left(16).toHex();
        const qsizetype table = m_out.size();
        const QByteArray size = QByteArray::number(m_offsets.size() + 1);
        m_out += "xref\n0 " + size + "\n0000000000 65535 f \n";
        for (const auto offset : m_offsets)
            m_out += QByteArray::number(offset).rightJustified(10, '0') + " 00000 n \n";
        m_out += "trailer\n<< /Size " + size + " /Root 1 0 R /Info 2 0 R /ID [<" + id + "> <" + id + ">] >>\nstartxref\n" + QByteArray::number(table) + "\n%%EOF\n";
    }

    const Parsed& m_parsed;
    const PdfDetails& m_details;
    std::map<int, int> m_numbers;
    std::vector<int> m_order;
    std::map<QByteArray, int> m_fonts;
    std::vector<qsizetype> m_offsets;
    QByteArray m_out;
};

} // namespace

std::optional<QByteArray> rewritePdf(const QByteArray& pdf, const PdfDetails& details)
{
    const auto parsed = parse(pdf);
    if (!parsed)
        return std::nullopt;
    return Writer(*parsed, details).write();
}

} // namespace rialto::reports
