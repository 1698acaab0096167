// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QGuiApplication>
#include <QQuickStyle>
#include <QQuickWindow>

#include <algorithm>
#include <cmath>

namespace rialto::theme {
namespace {

QFont fontOf(int pixelSize, QFont::Weight weight)
{
    QFont font;
    font.setFamilies(fontFamilies());
    font.setPixelSize(pixelSize);
    font.setWeight(weight);
    return font;
}

} // namespace

QStringList fontFamilies()
{
    return {QStringLiteral("Noto Sans"), QStringLiteral("Segoe UI"), QStringLiteral("Helvetica Neue"), QStringLiteral("Noto Sans CJK SC"),
            QStringLiteral("Microsoft YaHei UI"), QStringLiteral("PingFang SC"), QStringLiteral("WenQuanYi Micro Hei"), QStringLiteral("DejaVu Sans")};
}

void prepareApplication(QGuiApplication& application)
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    // Small text is sharper with the platform's rasteriser than from distance fields.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    application.setFont(fontOf(12, QFont::Normal));
}

Theme::Theme(QObject* parent) : QObject(parent)
{
    rebuildPalette();
    rebuildFonts();
}

void Theme::setDark(bool dark)
{
    if (dark == m_dark)
        return;
    m_dark = dark;
    rebuildPalette();
}

void Theme::setUpDown(UpDownScheme scheme)
{
    if (scheme == m_upDown)
        return;
    m_upDown = scheme;
    rebuildPalette();
}

void Theme::setTradeFollowsScheme(bool follows)
{
    if (follows == m_tradeFollowsScheme)
        return;
    m_tradeFollowsScheme = follows;
    rebuildPalette();
}

void Theme::setScale(double scale)
{
    const double kept = std::clamp(scale, 1.0, 2.0);
    if (kept == m_scale)
        return;
    m_scale = kept;
    rebuildFonts();
}

void Theme::setMotion(bool motion)
{
    if (motion == m_motion)
        return;
    m_motion = motion;
    emit changed();
}

QColor Theme::colourOf(int tone) const
{
    switch (Tone(tone)) {
    case Neutral: return m_palette.text;
    case Muted: return m_palette.textMuted;
    case Up: return m_palette.up;
    case Down: return m_palette.down;
    case Buy: return m_palette.buy;
    case Sell: return m_palette.sell;
    case Accent: return m_palette.accent;
    case Success: return m_palette.success;
    case Warning: return m_palette.warning;
    case Danger: return m_palette.danger;
    case Pending: return m_palette.pending;
    case Working: return m_palette.working;
    case Filled: return m_palette.filled;
    case Held: return m_palette.held;
    case Cancelled: return m_palette.cancelled;
    case Rejected: return m_palette.rejected;
    case Expired: return m_palette.expired;
    case Simulation: return m_palette.simulation;
    case Paper: return m_palette.paper;
    case Live: return m_palette.live;
    }
    return m_palette.text;
}

QColor Theme::signColour(double change) const
{
    return change > 0 ? m_palette.up : change < 0 ? m_palette.down : m_palette.flat;
}

QString Theme::signArrow(double change) const
{
    return change > 0 ? QStringLiteral("\u25b2") : change < 0 ? QStringLiteral("\u25bc") : QString();
}

QColor Theme::seriesColour(int index) const
{
    return m_palette.series.at(std::max(index, 0) % m_palette.series.size());
}

QColor Theme::linkColour(int group) const
{
    return m_palette.links.at(std::clamp(group, 0, int(m_palette.links.size()) - 1));
}

QColor Theme::faded(const QColor& colour, double opacity) const
{
    QColor result = colour;
    result.setAlphaF(float(std::clamp(opacity, 0.0, 1.0)));
    return result;
}

int Theme::px(double length) const
{
    return int(std::lround(length * m_scale));
}

void Theme::rebuildPalette()
{
    m_palette = makePalette(m_dark, UpDown(m_upDown), m_tradeFollowsScheme);
    emit changed();
}

void Theme::rebuildFonts()
{
    m_bodyFont = fontOf(px(12), QFont::Normal);
    m_strongFont = fontOf(px(12), QFont::DemiBold);
    m_smallFont = fontOf(px(11), QFont::Normal);
    m_labelFont = fontOf(px(10), QFont::DemiBold);
    m_labelFont.setCapitalization(QFont::AllUppercase);
    m_labelFont.setLetterSpacing(QFont::AbsoluteSpacing, 0.6 * m_scale);
    m_figureFont = fontOf(px(12), QFont::Normal);
    m_titleFont = fontOf(px(14), QFont::DemiBold);
    m_headingFont = fontOf(px(20), QFont::DemiBold);
    m_largeFigureFont = fontOf(px(22), QFont::Medium);
    m_axisFont = fontOf(px(11), QFont::Normal);
    emit scaleChanged();
}

} // namespace rialto::theme
