/*
 * Stands in for a program whose exit code a test chooses: each call takes the first number out of
 * C:\rig\answers\NAME.exe and exits with it (0 without one), and adds its command line to C:\rig\answers\NAME.exe.calls.
 */
#include <windows.h>
#include <stdio.h>

int wmain(void)
{
    wchar_t self[MAX_PATH], path[MAX_PATH];
    char rest[1024] = "";
    unsigned answer = 0;
    GetModuleFileNameW(NULL, self, MAX_PATH);
    const wchar_t *name = wcsrchr(self, L'\\') + 1;

    swprintf(path, MAX_PATH, L"C:\\rig\\answers\\%ls.calls", name);
    FILE *file = _wfopen(path, L"a, ccs=UTF-8");
    if (file) {
        fwprintf(file, L"%ls\n", GetCommandLineW());
        fclose(file);
    }
    swprintf(path, MAX_PATH, L"C:\\rig\\answers\\%ls", name);
    file = _wfopen(path, L"r");
    if (!file) return 0;
    if (fscanf(file, "%u", &answer) == 1) rest[fread(rest, 1, sizeof rest - 1, file)] = 0;
    fclose(file);
    file = _wfopen(path, L"w");
    if (file) {
        fputs(rest, file);
        fclose(file);
    }
    return answer;
}
