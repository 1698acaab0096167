// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit

// Every control of the kit and the charts with sample data, to be looked at.
Window {
    id: window

    required property bool dark
    required property bool redUp
    required property real factor
    required property int page
    required property bool chinese
    required property bool popups

    visible: true
    title: qsTr("Rialto gallery")
    color: Theme.window

    Component.onCompleted: {
        Theme.dark = dark
        Language.code = chinese ? "zh_CN" : "en"
        Theme.upDown = redUp ? Theme.RedUp : Theme.GreenUp
        Theme.scale = factor
        notices.post(Notices.Warning, qsTr("Quotes are 15 minutes late"), qsTr("Source: sample"), "10:42:07")
        notices.post(Notices.Error, qsTr("Order refused: cash is short by 1,204.50"), "C-1042", "10:43:11")
    }

    Notices { id: notices }

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        Rectangle {
            Layout.fillWidth: true
            implicitHeight: Theme.toolbarHeight
            color: Theme.surface

            RowLayout {
                anchors.fill: parent
                anchors.leftMargin: Theme.space3
                anchors.rightMargin: Theme.space2
                spacing: Theme.space4

                Label {
                    text: "Rialto"
                    font: Theme.titleFont
                }
                Tabs {
                    Layout.fillHeight: true
                    model: [qsTr("Controls"), qsTr("Charts"), qsTr("Analysis")]
                    currentIndex: window.page
                    onActivated: (index) => window.page = index
                }
                Item { Layout.fillWidth: true }
                SearchField { implicitWidth: Theme.px(220) }
                IconButton {
                    symbol: Theme.dark ? "sun" : "moon"
                    hint: qsTr("Light or dark")
                    onClicked: Theme.dark = !Theme.dark
                }
                IconButton { symbol: "settings"; hint: qsTr("Settings") }
            }
            Separator { y: parent.height - 1; width: parent.width }
        }
        Loader {
            Layout.fillWidth: true
            Layout.fillHeight: true
            Layout.margins: 1
            source: ["ControlsPage.qml", "ChartPage.qml", "AnalysisPage.qml"][window.page]
        }
        StatusStrip {
            id: strip

            Layout.fillWidth: true
            notices: notices
            leading: [
                Badge { text: "SIM"; tone: Theme.Simulation; dot: true },
                Label { text: qsTr("Demo book"); font: Theme.smallFont; muted: true }
            ]
            trailing: [
                Label { text: qsTr("Live"); font: Theme.smallFont; color: Theme.success },
                Figure { text: "1.2 ms"; font: Theme.smallFont; tone: Theme.Muted },
                Figure { text: "10:43:11 ET"; font: Theme.smallFont; tone: Theme.Muted }
            ]
        }
    }
    ToastArea {
        anchors.fill: parent
        anchors.bottomMargin: Theme.statusHeight
        notices: notices
    }
}
