// SPDX-License-Identifier: GPL-3.0-or-later
#include "messages.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cstring>
#include <map>
#include <optional>

namespace rialto {

namespace {

const messages::Row* find(std::string_view code)
{
    const auto& rows = messages::table();
    const auto it = std::lower_bound(rows.begin(), rows.end(), code, [](const messages::Row& row, std::string_view wanted) { return row.code < wanted; });
    return it != rows.end() && it->code == code ? &*it : nullptr;
}

QString translated(const char* text)
{
    return *text == '\0' ? QString() : QCoreApplication::translate("Messages", text);
}

QString fromUtf8(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

std::map<QString, QString> factsOf(const QString& detail)
{
    std::map<QString, QString> facts;
    for (const QString& part : detail.split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
        qsizetype start = 0;
        while (start < part.size() && !part[start].isDigit())
            ++start;
        if (start > 0 && start < part.size() && part[start - 1] == QLatin1Char('-'))
            --start;
        const QString name = part.left(start).trimmed();
        if (!name.isEmpty() && start < part.size())
            facts[name] = messages::grouped(part.mid(start));
    }
    return facts;
}

// The sentence with its facts, or nothing when one of them is missing.
std::optional<QString> filled(QString sentence, const QString& detail)
{
    static const QRegularExpression place(QStringLiteral("\\{([a-z ]+)\\}"));
    const auto facts = factsOf(detail);
    for (auto match = place.match(sentence); match.hasMatch(); match = place.match(sentence)) {
        const QString name = match.captured(1);
        QString value = name == QLatin1String("detail") ? detail : QString();
        if (const auto it = facts.find(name); it != facts.end())
            value = it->second;
        if (value.isEmpty())
            return std::nullopt;
        value.replace(QLatin1Char('{'), QLatin1Char('('));
        sentence.replace(match.capturedStart(), match.capturedLength(), value);
    }
    return sentence;
}

QString sentenceOf(const messages::Row& row, const QString& detail)
{
    if (*row.withFacts != '\0')
        if (const auto sentence = filled(translated(row.withFacts), detail))
            return *sentence;
    return translated(row.plain);
}

QString unknown(std::string_view code, const QString& detail)
{
    const QString name = code.empty() ? QStringLiteral("?") : fromUtf8(code);
    return detail.isEmpty() ? QCoreApplication::translate("Messages", "This was not possible (%1).").arg(name)
                            : QCoreApplication::translate("Messages", "This was not possible (%1): %2.").arg(name, detail);
}

} // namespace

QString messages::grouped(const QString& text)
{
    static const QRegularExpression number(QStringLiteral("(?<![\\w.,-])-?(\\d{4,})(?=(\\.\\d+)?(?![\\w.,:/-]))"));
    QString result = text;
    qsizetype from = 0;
    for (auto match = number.match(result, from); match.hasMatch(); match = number.match(result, from)) {
        const qsizetype start = match.capturedStart(1);
        qsizetype length = match.capturedLength(1);
        for (qsizetype at = start + length - 3; at > start; at -= 3) {
            result.insert(at, QLatin1Char(','));
            ++length;
        }
        from = start + length;
    }
    return result;
}

bool hasMessage(std::string_view code) { return find(code) != nullptr; }

QString message(std::string_view code, std::string_view detail)
{
    const messages::Row* row = find(code);
    if (row == nullptr)
        return unknown(code, fromUtf8(detail));
    const QString advice = translated(row->advice);
    const QString sentence = sentenceOf(*row, fromUtf8(detail));
    if (advice.isEmpty())
        return sentence;
    const bool wide = !sentence.isEmpty() && sentence.back().unicode() > 0x2000; // a Chinese full stop needs no space after it
    return wide ? sentence + advice : sentence + QLatin1Char(' ') + advice;
}

QString shortMessage(std::string_view code, std::string_view detail)
{
    const messages::Row* row = find(code);
    return row == nullptr ? unknown(code, fromUtf8(detail)) : sentenceOf(*row, fromUtf8(detail));
}

QStringList messageLines(const std::vector<Refusal>& refusals)
{
    QStringList lines;
    for (const auto& refusal : refusals)
        lines.append(message(refusal));
    return lines;
}

} // namespace rialto
