// SPDX-License-Identifier: GPL-3.0-or-later
// Palette: every colour of the screens, worked out for one look (dark or light, one up/down scheme). A plain value; any
// thread. Only this folder names colours; all others ask Theme in QML or take a Palette in C++.
// Text colours reach 4.5:1 on window, surface and raised, and fills reach 4.5:1 under onFill (WCAG 2.1 AA); tests/unit/theme
// measures it.
#pragma once

#include <QColor>
#include <QList>

namespace rialto::theme {

enum class UpDown { GreenUp, RedUp, BlueOrange };

struct Palette {
    QColor window, surface, raised, field, hover, selected, line, lineStrong, scrim;
    QColor text, textMuted, textFaint, onFill;
    QColor accent, accentFill, accentFillHover, accentSoft, focus;
    QColor up, down, flat, upSoft, downSoft, upFill, downFill;
    QColor buy, sell, buyFill, sellFill, buyFillHover, sellFillHover;
    QColor success, warning, danger, info, dangerFill, dangerFillHover;
    QColor pending, working, filled, held, cancelled, rejected, expired;
    QColor simulation, paper, live;
    QColor grid, crosshair, candleUp, candleDown, volumeUp, volumeDown;
    QList<QColor> series;
    QList<QColor> links;
};

/// `tradeFollowsScheme` false gives buy and sell colours of their own (blue and orange) whatever up and down are.
Palette makePalette(bool dark, UpDown scheme, bool tradeFollowsScheme);

/// WCAG contrast ratio, 1 to 21. Source: WCAG 2.1, "contrast ratio" and "relative luminance".
double contrastRatio(const QColor& one, const QColor& other);

} // namespace rialto::theme
