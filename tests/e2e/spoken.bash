#!/usr/bin/env bash
# The screen read aloud by a real speech-dispatcher and espeak-ng, into files instead of a loudspeaker: the new screen is said,
# the part the keyboard comes to is said, personal words are not, and silence is silence.
source "$(dirname "$0")/parts.bash"

speech="$out/speech"
mkdir -p "$speech/conf/modules" "$speech/said"
cat >"$speech/conf/speechd.conf" <<CONF
CommunicationMethod "unix_socket"
AudioOutputMethod "libao"
AddModule "files" "sd_generic" "files.conf"
DefaultModule files
CONF
cat >"$speech/conf/modules/files.conf" <<CONF
GenericExecuteSynth "n=\`date +%s%N\`; printf '%s' \\'\$DATA\\' >$speech/said/\$n.txt; espeak-ng -v \$VOICE -w $speech/said/\$n.wav -f $speech/said/\$n.txt"
GenericCmdDependency "espeak-ng"
GenericRecodeFallback "?"
GenericLanguage "ja" "ja" "utf-8"
GenericLanguage "en" "en" "utf-8"
AddVoice "ja" "MALE1" "ja"
AddVoice "en" "MALE1" "en"
DefaultVoice "ja"
CONF
export SPEECHD_ADDRESS="unix_socket:$speech/socket"
speech-dispatcher -s -t 0 -C "$speech/conf" -c unix_socket -S "$speech/socket" -P "$speech/pid" -L "$speech" >"$speech/log" 2>&1 &
dispatcher=$!
trap '[[ -z "${kiosk_pid:-}" ]] || end_kiosk; kill "$dispatcher" 2>/dev/null || true' EXIT
until_true 15 test -S "$speech/socket" || complain "speech-dispatcher did not start"

said() { cat "$speech"/said/*.txt 2>/dev/null; }
has_said() { said | grep -qF -- "$1"; }

start_kiosk
wait_for_screen start
sleep 1
[[ -z "$(said)" ]] || complain "it speaks unasked"
tap voice
until_true 15 has_said 'ごかぞく' || complain "the start screen is not said: $(said)"
wav="$(find "$speech/said" -name '*.wav' -size +8k | head -1)"
[[ -n "$wav" ]] || complain "espeak-ng made no sound"
rm -f "$speech"/said/*
xdotool key Tab
until_true 15 has_said 'ごかぞく' || complain "the part the keyboard came to is not said: $(said)"

to_pin yoshida-hanako
digits 2580
tap next
wait_for_screen confirm_card
sleep 2
lift
for word in 2580 花子 緑町; do
    ! has_said "$word" || complain "it says what belongs to a person"
done
tap voice
sleep 2
rm -f "$speech"/said/*
go next
sleep 2
[[ -z "$(said)" ]] || complain "it goes on speaking after it was switched off"
echo "spoken: the screen is read aloud, personal words are not"
