// SPDX-License-Identifier: GPL-3.0-or-later
#include "startup_timer.h"

#include <QElapsedTimer>
#include <QFile>

#ifdef Q_OS_LINUX
#include <ctime>
#include <unistd.h>
#endif

namespace rialto::app {

double millisSinceProcessStart()
{
#ifdef Q_OS_LINUX
    QFile stat(QStringLiteral("/proc/self/stat"));
    if (stat.open(QIODevice::ReadOnly)) {
        // Field 22, counted after the program's name in brackets: start in clock ticks since boot.
        const QByteArray line = stat.readAll();
        const QList<QByteArray> fields = line.mid(line.lastIndexOf(')') + 2).split(' ');
        timespec now{};
        if (fields.size() > 19 && clock_gettime(CLOCK_BOOTTIME, &now) == 0) {
            const double started = fields[19].toDouble() * 1000.0 / double(sysconf(_SC_CLK_TCK));
            return double(now.tv_sec) * 1000.0 + double(now.tv_nsec) / 1e6 - started;
        }
    }
#endif
    static QElapsedTimer sinceFirstCall;
    if (!sinceFirstCall.isValid())
        sinceFirstCall.start();
    return double(sinceFirstCall.nsecsElapsed()) / 1e6;
}

} // namespace rialto::app
