// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Rialto.Theme
import Rialto.Kit
import Rialto.Shell

// The line at the head of the window: the mark, the workspaces, the command field, language and theme.
Rectangle {
    id: bar

    required property Workstation workstation

    signal fieldPressed()

    implicitHeight: Theme.toolbarHeight
    color: Theme.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space3
        anchors.rightMargin: Theme.space2
        spacing: Theme.space2

        RialtoMark { Layout.alignment: Qt.AlignVCenter }
        Label {
            text: bar.workstation.title
            font: Theme.titleFont
        }
        Item { implicitWidth: Theme.space3 }
        Tabs {
            objectName: "workspaceTabs"
            Layout.fillHeight: true
            label: qsTr("Workspaces")
            model: bar.workstation.workspaceTitles
            currentIndex: bar.workstation.workspace
            onActivated: (index) => bar.workstation.workspace = index
        }
        Item { Layout.fillWidth: true }
        Rectangle {
            id: field

            objectName: "commandField"
            Layout.preferredWidth: Math.min(Theme.px(320), bar.width * 0.3)
            implicitHeight: Theme.px(24)
            radius: Theme.radius
            color: hover.hovered ? Theme.hover : Theme.field
            border.color: Theme.dark ? Theme.line : Theme.lineStrong
            Accessible.role: Accessible.Button
            Accessible.name: hint.text
            Accessible.onPressAction: bar.fieldPressed()

            Icon {
                x: Theme.space2
                anchors.verticalCenter: parent.verticalCenter
                width: Theme.iconSize
                height: width
                name: "search"
                color: Theme.textFaint
            }
            Label {
                id: hint

                x: Theme.px(28)
                width: key.x - x - Theme.space2
                height: parent.height
                text: qsTr("Symbol, name or command")
                color: Theme.textFaint
            }
            Label {
                id: key

                anchors.right: parent.right
                anchors.rightMargin: Theme.space2
                height: parent.height
                text: qsTr("Ctrl K")
                font: Theme.smallFont
                color: Theme.textFaint
            }
            HoverHandler { id: hover; cursorShape: Qt.IBeamCursor }
            TapHandler { onTapped: bar.fieldPressed() }
        }
        Item { Layout.fillWidth: true }
        SegmentedControl {
            objectName: "languageSwitch"
            implicitHeight: Theme.px(24)
            label: qsTr("Language")
            model: ["EN", "\u4e2d"]
            currentIndex: bar.workstation.preferences.chinese ? 1 : 0
            onActivated: (index) => bar.workstation.setChinese(index === 1)
        }
        IconButton {
            objectName: "privacySwitch"
            symbol: "eye"
            checked: bar.workstation.preferences.privacy
            hint: bar.workstation.preferences.privacy ? qsTr("Show amounts (Ctrl+H)") : qsTr("Hide amounts (Ctrl+H)")
            onClicked: bar.workstation.togglePrivacy()
        }
        IconButton {
            objectName: "lockButton"
            visible: bar.workstation.lock.guarded
            symbol: "lock"
            hint: qsTr("Lock now (Ctrl+Shift+L)")
            onClicked: bar.workstation.lock.lock()
        }
        IconButton {
            objectName: "themeSwitch"
            symbol: Theme.dark ? "sun" : "moon"
            hint: Theme.dark ? qsTr("Light theme (Ctrl+T)") : qsTr("Dark theme (Ctrl+T)")
            onClicked: bar.workstation.toggleDark()
        }
        IconButton {
            objectName: "cheatSheetButton"
            symbol: "command"
            hint: qsTr("All keys (F1)")
            onClicked: bar.workstation.cheatSheetRequested()
        }
    }
    Separator {
        y: parent.height - 1
        width: parent.width
    }
}
