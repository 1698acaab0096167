// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T
import Rialto.Theme
import Rialto.Kit
import Rialto.Shell

// Everything by name: type, choose with the arrows, Enter acts, Escape or a press elsewhere closes.
Popover {
    id: popover

    required property Workstation workstation
    readonly property CommandList commands: workstation.commands

    function openWith(text: string, adding: bool) {
        commands.adding = adding
        commands.query = text
        field.text = text
        open()
        field.forceActiveFocus()
        if (text !== "")
            field.cursorPosition = text.length
        list.currentIndex = 0
    }
    function act(row: int) {
        const adding = commands.adding
        if (!commands.run(row))
            return
        if (adding) {
            field.text = ""
            commands.query = ""
        } else {
            close()
        }
    }

    objectName: "commandPopover"
    title: qsTr("Command field")
    padding: 0
    width: Theme.px(560)
    height: Theme.px(46) + Math.max(Theme.px(64), Math.min(list.contentHeight, Theme.px(360))) + foot.height
    Behavior on height { NumberAnimation { duration: Theme.fast } }

    contentItem: Item {
        TextField {
            id: field

            objectName: "commandInput"
            x: Theme.space2
            y: Theme.px(9)
            width: parent.width - 2 * x
            implicitHeight: Theme.px(28)
            placeholderText: popover.commands.adding ? qsTr("Symbol to add to the watchlist") : qsTr("Symbol, name or command")
            leading: Icon {
                width: Theme.iconSize
                height: width
                name: "search"
                color: Theme.accent
            }
            onEdited: (text) => {
                popover.commands.query = text
                list.currentIndex = 0
            }
            Keys.onDownPressed: list.currentIndex = Math.min(list.count - 1, list.currentIndex + 1)
            Keys.onUpPressed: list.currentIndex = Math.max(0, list.currentIndex - 1)
            Keys.onReturnPressed: popover.act(list.currentIndex)
            Keys.onEnterPressed: popover.act(list.currentIndex)
            Keys.onEscapePressed: popover.close()
        }
        ListView {
            id: list

            objectName: "commandResults"
            anchors.fill: parent
            anchors.topMargin: Theme.px(46)
            anchors.bottomMargin: foot.height
            clip: true
            model: popover.commands
            boundsBehavior: Flickable.StopAtBounds
            highlightMoveDuration: 0
            T.ScrollBar.vertical: ScrollBar {}
            Accessible.role: Accessible.List
            Accessible.name: qsTr("Results")

            delegate: Item {
                id: row

                required property int index
                required property string title
                required property string detail
                required property string kind
                required property string symbol
                required property string shortcut
                readonly property bool chosen: ListView.isCurrentItem

                width: ListView.view.width
                height: Theme.px(28)
                Accessible.role: Accessible.ListItem
                Accessible.name: title + " " + detail
                Accessible.onPressAction: popover.act(index)

                Rectangle {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space1
                    anchors.rightMargin: Theme.space1
                    radius: Theme.radius
                    color: row.chosen ? Theme.selected : hover.hovered ? Theme.hover : "transparent"
                }
                Icon {
                    x: Theme.space3
                    anchors.verticalCenter: parent.verticalCenter
                    width: Theme.iconSize
                    height: width
                    name: row.symbol
                    color: row.chosen ? Theme.accent : Theme.textFaint
                }
                Label {
                    id: title

                    x: Theme.px(36)
                    width: Math.min(implicitWidth, parent.width * 0.6)
                    height: parent.height
                    text: row.title
                    font: row.detail !== "" ? Theme.strongFont : Theme.bodyFont
                }
                Label {
                    x: row.detail === "" ? 0 : Math.max(title.x + title.width + Theme.space3, Theme.px(150))
                    width: kinds.x - x - Theme.space2
                    height: parent.height
                    text: row.detail
                    muted: true
                }
                Row {
                    id: kinds

                    anchors.right: parent.right
                    anchors.rightMargin: Theme.space4
                    height: parent.height
                    spacing: Theme.space3

                    Label {
                        height: parent.height
                        text: row.shortcut
                        font: Theme.smallFont
                        color: Theme.textMuted
                    }
                    Label {
                        height: parent.height
                        text: row.kind
                        font: Theme.smallFont
                        color: Theme.textFaint
                    }
                }
                HoverHandler { id: hover }
                TapHandler { onTapped: popover.act(row.index) }
            }
        }
        EmptyState {
            anchors.fill: list
            visible: list.count === 0
            text: qsTr("Nothing of that name")
        }
        Item {
            id: foot

            anchors.bottom: parent.bottom
            width: parent.width
            height: Theme.px(26)

            Separator { width: parent.width }
            Label {
                x: Theme.space3
                height: parent.height
                text: qsTr("\u2191 \u2193 choose   Enter act   Esc close")
                font: Theme.smallFont
                color: Theme.textFaint
            }
        }
    }
}
