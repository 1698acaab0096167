// SPDX-License-Identifier: GPL-3.0-or-later
// Options: what the command line of the workstation says.
#pragma once

#include "base/result.h"
#include "services/book_session.h"

#include <QSize>
#include <QString>

class QCoreApplication;

namespace rialto::app {

struct Options {
    BookOptions book;
    bool hasCredentials = false; // --password-fd was given; otherwise a protected book asks on the screen
    int speed = 1;
    QString language;        // "en", "zh"; empty: as the user left it
    QString theme;           // "dark", "light"; empty: as the user left it
    QString workspace;       // which one to open; empty: as the user left it
    QString symbol;
    QString settingsFile;    // empty: the user's own
    QString grab;            // write a picture of the window there and leave
    int grabAfterMillis = 2500;
    QSize size;              // of the window; empty: as the user left it
    bool tour = false;
    QString out = QStringLiteral("out");
    bool startupTime = false; // print when the first frame was shown and leave
};

/// Ends the program by itself for --help and --version, as QCommandLineParser does.
/// Errors: app.option ("--speed: abc is not a number").
Result<Options> readOptions(const QCoreApplication& application);

} // namespace rialto::app
