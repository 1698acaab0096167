// SPDX-License-Identifier: GPL-3.0-or-later
// Theme: the values behind the one QML singleton Theme (Theme.qml adds the functions that bindings follow): colours, sizes,
// fonts and durations. GUI thread. Lengths are logical pixels already
// multiplied by `scale`; durations are milliseconds. The application sets `dark`, `upDown`, `tradeFollowsScheme` and `scale`
// from the user's settings; everything bound to the rest follows at once.
#pragma once

#include "palette.h"

#include <QFont>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include <memory>

class QGuiApplication;

namespace rialto::theme {

/// Families in order of preference: Debian's Noto first, then what Windows and macOS ship. The digits of the first of each
/// platform are tabular by default, which columns of figures rely on.
QStringList fontFamilies();

/// Fonts, text rendering and the bare "Basic" control style. Call once, after the QGuiApplication and before any engine.
void prepareApplication(QGuiApplication& application);

class Theme : public QObject
{
    Q_OBJECT
    QML_NAMED_ELEMENT(ThemeValues)
    Q_PROPERTY(bool dark READ dark WRITE setDark NOTIFY changed)
    Q_PROPERTY(UpDownScheme upDown READ upDown WRITE setUpDown NOTIFY changed)
    Q_PROPERTY(bool tradeFollowsScheme READ tradeFollowsScheme WRITE setTradeFollowsScheme NOTIFY changed)
    Q_PROPERTY(double scale READ scale WRITE setScale NOTIFY scaleChanged)
    Q_PROPERTY(bool motion READ motion WRITE setMotion NOTIFY changed)

    Q_PROPERTY(QColor window READ window NOTIFY changed)
    Q_PROPERTY(QColor surface READ surface NOTIFY changed)
    Q_PROPERTY(QColor raised READ raised NOTIFY changed)
    Q_PROPERTY(QColor field READ field NOTIFY changed)
    Q_PROPERTY(QColor hover READ hover NOTIFY changed)
    Q_PROPERTY(QColor selected READ selected NOTIFY changed)
    Q_PROPERTY(QColor line READ line NOTIFY changed)
    Q_PROPERTY(QColor lineStrong READ lineStrong NOTIFY changed)
    Q_PROPERTY(QColor scrim READ scrim NOTIFY changed)
    Q_PROPERTY(QColor text READ text NOTIFY changed)
    Q_PROPERTY(QColor textMuted READ textMuted NOTIFY changed)
    Q_PROPERTY(QColor textFaint READ textFaint NOTIFY changed)
    Q_PROPERTY(QColor onFill READ onFill NOTIFY changed)
    Q_PROPERTY(QColor accent READ accent NOTIFY changed)
    Q_PROPERTY(QColor accentFill READ accentFill NOTIFY changed)
    Q_PROPERTY(QColor accentFillHover READ accentFillHover NOTIFY changed)
    Q_PROPERTY(QColor accentSoft READ accentSoft NOTIFY changed)
    Q_PROPERTY(QColor focus READ focus NOTIFY changed)
    Q_PROPERTY(QColor up READ up NOTIFY changed)
    Q_PROPERTY(QColor down READ down NOTIFY changed)
    Q_PROPERTY(QColor flat READ flat NOTIFY changed)
    Q_PROPERTY(QColor upSoft READ upSoft NOTIFY changed)
    Q_PROPERTY(QColor downSoft READ downSoft NOTIFY changed)
    Q_PROPERTY(QColor buy READ buy NOTIFY changed)
    Q_PROPERTY(QColor sell READ sell NOTIFY changed)
    Q_PROPERTY(QColor buyFill READ buyFill NOTIFY changed)
    Q_PROPERTY(QColor sellFill READ sellFill NOTIFY changed)
    Q_PROPERTY(QColor buyFillHover READ buyFillHover NOTIFY changed)
    Q_PROPERTY(QColor sellFillHover READ sellFillHover NOTIFY changed)
    Q_PROPERTY(QColor success READ success NOTIFY changed)
    Q_PROPERTY(QColor warning READ warning NOTIFY changed)
    Q_PROPERTY(QColor danger READ danger NOTIFY changed)
    Q_PROPERTY(QColor info READ info NOTIFY changed)
    Q_PROPERTY(QColor dangerFill READ dangerFill NOTIFY changed)
    Q_PROPERTY(QColor dangerFillHover READ dangerFillHover NOTIFY changed)
    Q_PROPERTY(QColor pending READ pending NOTIFY changed)
    Q_PROPERTY(QColor working READ working NOTIFY changed)
    Q_PROPERTY(QColor filled READ filled NOTIFY changed)
    Q_PROPERTY(QColor held READ held NOTIFY changed)
    Q_PROPERTY(QColor cancelled READ cancelled NOTIFY changed)
    Q_PROPERTY(QColor rejected READ rejected NOTIFY changed)
    Q_PROPERTY(QColor expired READ expired NOTIFY changed)
    Q_PROPERTY(QColor simulation READ simulation NOTIFY changed)
    Q_PROPERTY(QColor paper READ paper NOTIFY changed)
    Q_PROPERTY(QColor live READ live NOTIFY changed)
    Q_PROPERTY(QColor grid READ grid NOTIFY changed)
    Q_PROPERTY(QColor crosshair READ crosshair NOTIFY changed)
    Q_PROPERTY(QColor candleUp READ candleUp NOTIFY changed)
    Q_PROPERTY(QColor candleDown READ candleDown NOTIFY changed)
    Q_PROPERTY(QColor volumeUp READ volumeUp NOTIFY changed)
    Q_PROPERTY(QColor volumeDown READ volumeDown NOTIFY changed)
    Q_PROPERTY(QList<QColor> tones READ tones NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(bool spoken READ spoken NOTIFY spokenChanged)
    Q_PROPERTY(QList<QColor> series READ series NOTIFY changed)
    Q_PROPERTY(QList<QColor> links READ links NOTIFY changed)

    Q_PROPERTY(int space1 READ space1 NOTIFY scaleChanged)
    Q_PROPERTY(int space2 READ space2 NOTIFY scaleChanged)
    Q_PROPERTY(int space3 READ space3 NOTIFY scaleChanged)
    Q_PROPERTY(int space4 READ space4 NOTIFY scaleChanged)
    Q_PROPERTY(int space6 READ space6 NOTIFY scaleChanged)
    Q_PROPERTY(int rowHeight READ rowHeight NOTIFY scaleChanged)
    Q_PROPERTY(int headerHeight READ headerHeight NOTIFY scaleChanged)
    Q_PROPERTY(int controlHeight READ controlHeight NOTIFY scaleChanged)
    Q_PROPERTY(int panelHeaderHeight READ panelHeaderHeight NOTIFY scaleChanged)
    Q_PROPERTY(int toolbarHeight READ toolbarHeight NOTIFY scaleChanged)
    Q_PROPERTY(int statusHeight READ statusHeight NOTIFY scaleChanged)
    Q_PROPERTY(int radius READ radius NOTIFY scaleChanged)
    Q_PROPERTY(int iconSize READ iconSize NOTIFY scaleChanged)

    Q_PROPERTY(QFont bodyFont READ bodyFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont strongFont READ strongFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont smallFont READ smallFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont labelFont READ labelFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont figureFont READ figureFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont titleFont READ titleFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont headingFont READ headingFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont largeFigureFont READ largeFigureFont NOTIFY scaleChanged)
    Q_PROPERTY(QFont axisFont READ axisFont NOTIFY scaleChanged)

    Q_PROPERTY(int fast READ fast NOTIFY changed)
    Q_PROPERTY(int normal READ normal NOTIFY changed)
    Q_PROPERTY(int flash READ flash NOTIFY changed)

public:
    enum UpDownScheme { GreenUp, RedUp, BlueOrange };
    Q_ENUM(UpDownScheme)

    /// What a cell, badge or figure means; colourOf() turns it into ink. A model's Tone role returns one of these.
    enum Tone { Neutral, Muted, Up, Down, Buy, Sell, Accent, Success, Warning, Danger,
                Pending, Working, Filled, Held, Cancelled, Rejected, Expired, Simulation, Paper, Live };
    Q_ENUM(Tone)

    explicit Theme(QObject* parent = nullptr);
    ~Theme() override;

    bool dark() const { return m_dark; }
    void setDark(bool dark);
    UpDownScheme upDown() const { return m_upDown; }
    void setUpDown(UpDownScheme scheme);
    bool tradeFollowsScheme() const { return m_tradeFollowsScheme; }
    void setTradeFollowsScheme(bool follows);
    double scale() const { return m_scale; }
    /// Kept within 1.0 and 2.0.
    void setScale(double scale);
    bool motion() const { return m_motion; }
    /// False turns transitions and cell flashes off.
    void setMotion(bool motion);
    const Palette& palette() const { return m_palette; }

    /// The ink of each Tone, in the order of the enumeration.
    QList<QColor> tones() const { return m_tones; }
    Q_INVOKABLE QColor ink(int tone) const { return m_tones.value(tone); }
    /// Grows with each change of the palette.
    int revision() const { return m_revision; }
    /// Something reads the screen aloud. Names that are put together from figures which move many times a second are
    /// made only then.
    bool spoken() const;
    /// `length` at the present scale, in whole pixels.
    int px(double length) const;

    QColor window() const { return m_palette.window; }
    QColor surface() const { return m_palette.surface; }
    QColor raised() const { return m_palette.raised; }
    QColor field() const { return m_palette.field; }
    QColor hover() const { return m_palette.hover; }
    QColor selected() const { return m_palette.selected; }
    QColor line() const { return m_palette.line; }
    QColor lineStrong() const { return m_palette.lineStrong; }
    QColor scrim() const { return m_palette.scrim; }
    QColor text() const { return m_palette.text; }
    QColor textMuted() const { return m_palette.textMuted; }
    QColor textFaint() const { return m_palette.textFaint; }
    QColor onFill() const { return m_palette.onFill; }
    QColor accent() const { return m_palette.accent; }
    QColor accentFill() const { return m_palette.accentFill; }
    QColor accentFillHover() const { return m_palette.accentFillHover; }
    QColor accentSoft() const { return m_palette.accentSoft; }
    QColor focus() const { return m_palette.focus; }
    QColor up() const { return m_palette.up; }
    QColor down() const { return m_palette.down; }
    QColor flat() const { return m_palette.flat; }
    QColor upSoft() const { return m_palette.upSoft; }
    QColor downSoft() const { return m_palette.downSoft; }
    QColor buy() const { return m_palette.buy; }
    QColor sell() const { return m_palette.sell; }
    QColor buyFill() const { return m_palette.buyFill; }
    QColor sellFill() const { return m_palette.sellFill; }
    QColor buyFillHover() const { return m_palette.buyFillHover; }
    QColor sellFillHover() const { return m_palette.sellFillHover; }
    QColor success() const { return m_palette.success; }
    QColor warning() const { return m_palette.warning; }
    QColor danger() const { return m_palette.danger; }
    QColor info() const { return m_palette.info; }
    QColor dangerFill() const { return m_palette.dangerFill; }
    QColor dangerFillHover() const { return m_palette.dangerFillHover; }
    QColor pending() const { return m_palette.pending; }
    QColor working() const { return m_palette.working; }
    QColor filled() const { return m_palette.filled; }
    QColor held() const { return m_palette.held; }
    QColor cancelled() const { return m_palette.cancelled; }
    QColor rejected() const { return m_palette.rejected; }
    QColor expired() const { return m_palette.expired; }
    QColor simulation() const { return m_palette.simulation; }
    QColor paper() const { return m_palette.paper; }
    QColor live() const { return m_palette.live; }
    QColor grid() const { return m_palette.grid; }
    QColor crosshair() const { return m_palette.crosshair; }
    QColor candleUp() const { return m_palette.candleUp; }
    QColor candleDown() const { return m_palette.candleDown; }
    QColor volumeUp() const { return m_palette.volumeUp; }
    QColor volumeDown() const { return m_palette.volumeDown; }
    QList<QColor> series() const { return m_palette.series; }
    QList<QColor> links() const { return m_palette.links; }
    int space1() const { return px(4); }
    int space2() const { return px(8); }
    int space3() const { return px(12); }
    int space4() const { return px(16); }
    int space6() const { return px(24); }
    int rowHeight() const { return px(24); }
    int headerHeight() const { return px(24); }
    int controlHeight() const { return px(26); }
    int panelHeaderHeight() const { return px(30); }
    int toolbarHeight() const { return px(36); }
    int statusHeight() const { return px(24); }
    int radius() const { return px(3); }
    int iconSize() const { return px(14); }
    QFont bodyFont() const { return m_bodyFont; }
    QFont strongFont() const { return m_strongFont; }
    QFont smallFont() const { return m_smallFont; }
    QFont labelFont() const { return m_labelFont; }
    QFont figureFont() const { return m_figureFont; }
    QFont titleFont() const { return m_titleFont; }
    QFont headingFont() const { return m_headingFont; }
    QFont largeFigureFont() const { return m_largeFigureFont; }
    QFont axisFont() const { return m_axisFont; }
    int fast() const { return m_motion ? 90 : 0; }
    int normal() const { return m_motion ? 150 : 0; }
    int flash() const { return m_motion ? 450 : 0; }

signals:
    void changed();
    void scaleChanged();
    void spokenChanged();

private:
    struct Listener; // told by Qt when a screen reader comes or goes
    void rebuildPalette();
    void rebuildFonts();

    bool m_dark = true;
    bool m_tradeFollowsScheme = true;
    bool m_motion = true;
    UpDownScheme m_upDown = GreenUp;
    double m_scale = 1.0;
    int m_revision = 0;
    std::unique_ptr<Listener> m_listener;
    Palette m_palette;
    QList<QColor> m_tones;
    QFont m_bodyFont, m_strongFont, m_smallFont, m_labelFont, m_figureFont, m_titleFont, m_headingFont, m_largeFigureFont, m_axisFont;
};

} // namespace rialto::theme
