// SPDX-License-Identifier: GPL-3.0-or-later
#include "theme.h"

#include <QAccessible>
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
    return {QStringLiteral("Noto Sans"), QStringLiteral("Segoe UI"), QStringLiteral("Helvetica Neue"), QStringLiteral("WenQuanYi Micro Hei"),
            QStringLiteral("Microsoft YaHei UI"), QStringLiteral("PingFang SC"), QStringLiteral("Noto Sans CJK SC"), QStringLiteral("DejaVu Sans")};
}

void prepareApplication(QGuiApplication& application)
{
    QQuickStyle::setStyle(QStringLiteral("Basic"));
    // Small text is sharper with the platform's rasteriser than from distance fields.
    QQuickWindow::setTextRenderType(QQuickWindow::NativeTextRendering);
    application.setFont(fontOf(12, QFont::Normal));
}

#if QT_CONFIG(accessibility)
struct Theme::Listener final : QAccessible::ActivationObserver {
    explicit Listener(Theme& owner) : theme(owner) { QAccessible::installActivationObserver(this); }
    ~Listener() { QAccessible::removeActivationObserver(this); }
    void accessibilityActiveChanged(bool) override { emit theme.spokenChanged(); }
    Theme& theme;
};

bool Theme::spoken() const { return QAccessible::isActive(); }
#else
struct Theme::Listener {
    explicit Listener(Theme&) {}
};

bool Theme::spoken() const { return false; }
#endif

Theme::Theme(QObject* parent) : QObject(parent), m_listener(std::make_unique<Listener>(*this))
{
    rebuildPalette();
    rebuildFonts();
}

Theme::~Theme() = default;

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
    ++m_revision;
    emit changed();
}

int Theme::px(double length) const
{
    return int(std::lround(length * m_scale));
}

void Theme::rebuildPalette()
{
    m_palette = makePalette(m_dark, UpDown(m_upDown), m_tradeFollowsScheme);
    const Palette& p = m_palette;
    m_tones = {p.text, p.textMuted, p.up, p.down, p.buy, p.sell, p.accent, p.success, p.warning, p.danger,
               p.pending, p.working, p.filled, p.held, p.cancelled, p.rejected, p.expired, p.simulation, p.paper, p.live};
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
