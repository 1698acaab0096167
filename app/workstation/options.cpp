// SPDX-License-Identifier: GPL-3.0-or-later
#include "options.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>

namespace rialto::app {
namespace {

Result<int> number(const QCommandLineParser& parser, const QString& name, int least, int most)
{
    bool ok = false;
    const int value = parser.value(name).toInt(&ok);
    if (!ok || value < least || value > most)
        return invalid("app.option", QStringLiteral("--%1 takes a number from %2 to %3, not \"%4\"").arg(name).arg(least).arg(most).arg(parser.value(name)).toStdString());
    return value;
}

Result<void> oneOf(const QCommandLineParser& parser, const QString& name, const QStringList& words)
{
    if (!parser.isSet(name) || words.contains(parser.value(name)))
        return {};
    return invalid("app.option", QStringLiteral("--%1 takes %2, not \"%3\"").arg(name, words.join(QStringLiteral(" or ")), parser.value(name)).toStdString());
}

} // namespace

Result<Options> readOptions(const QCoreApplication& application)
{
    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Rialto: trading and wealth management workstation.\n"
                                                    "Without options it opens the demo book, in which an exchange is trading.\n\n"
                                                    "Examples:\n  rialto --lang zh --theme light\n  rialto --book ~/books/mine --speed 10\n"
                                                    "  rialto --tour --out out/"));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOptions({
        {"demo", "Open the demo book (the default)."},
        {"book", "Open the book in this folder; a folder without one gets a new demo book.", "DIR"},
        {"seed", "Seed of the market of a new demo book.", "N", "20260105"},
        {"replay", "Drive the market along the bars or ticks of this file.", "FILE"},
        {"faults", "A bad line to the broker on purpose, per mille: drop=50,duplicate=20,delay=100,reorder=50,disconnect=5,restart=1", "RATES"},
        {"speed", "How many times faster than real time the market runs; 0 pauses.", "N", "1"},
        {"lang", "zh or en, for now and later.", "LANG"},
        {"theme", "dark or light, for now and later.", "THEME"},
        {"workspace", "Open this workspace: market, trading, portfolio, clients, analytics, advice, research, data, reports, simulator.", "NAME"},
        {"symbol", "Begin with this symbol.", "SYMBOL"},
        {"size", "Size of the window, such as 1440x900.", "WxH"},
        {"settings", "Keep settings in this file instead of the user's own.", "FILE"},
        {"tour", "Drive the windows through the tour, write pictures and reports, and leave: 0 when all went well."},
        {"out", "Where the tour writes.", "DIR", "out"},
        {"grab", "Write a picture of the window to this file and leave.", "FILE"},
        {"grab-after", "Milliseconds before the picture.", "MS", "2500"},
        {"startup-time", "Print the milliseconds from process start to the first frame, and leave."},
    });
    parser.process(application);
    if (!parser.positionalArguments().isEmpty())
        return invalid("app.option", ("\"" + parser.positionalArguments().constFirst() + "\" is not an option; see --help").toStdString());

    Options options;
    if (const auto known = oneOf(parser, "lang", {"zh", "en"}); !known)
        return known.error();
    if (const auto known = oneOf(parser, "theme", {"dark", "light"}); !known)
        return known.error();
    const auto speed = number(parser, "speed", 0, 10'000);
    if (!speed)
        return speed.error();
    const auto after = number(parser, "grab-after", 0, 600'000);
    if (!after)
        return after.error();
    bool seedOk = false;
    options.book.seed = parser.value("seed").toULongLong(&seedOk);
    if (!seedOk)
        return invalid("app.option", ("--seed takes a whole number, not \"" + parser.value("seed") + "\"").toStdString());
    const auto faults = parseFaultRates(parser.value("faults").toStdString());
    if (!faults)
        return invalid("app.option", "--faults: " + faults.error().detail);
    options.book.faults = *faults;
    options.book.directory = parser.value("book").toStdString();
    options.book.replayFile = parser.value("replay").toStdString();
    options.speed = *speed;
    options.language = parser.value("lang");
    options.theme = parser.value("theme");
    options.workspace = parser.value("workspace");
    options.symbol = parser.value("symbol");
    options.settingsFile = parser.value("settings");
    options.tour = parser.isSet("tour");
    options.out = QDir(parser.value("out")).absolutePath();
    options.grab = parser.value("grab");
    options.grabAfterMillis = *after;
    options.startupTime = parser.isSet("startup-time");
    if (parser.isSet("size")) {
        const QStringList sides = parser.value("size").split(QLatin1Char('x'));
        options.size = sides.size() == 2 ? QSize(sides[0].toInt(), sides[1].toInt()) : QSize();
        if (options.size.width() < 640 || options.size.height() < 400)
            return invalid("app.option", ("--size takes WIDTHxHEIGHT, at least 640x400, not \"" + parser.value("size") + "\"").toStdString());
    }
    return options;
}

} // namespace rialto::app
