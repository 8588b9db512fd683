/*
 * A custom action whose result a test chooses while the package is installed: the first number in
 * C:\rig\answers\{ProductCode} is what it returns, and is taken out of the file. Without one it succeeds.
 */
#include <windows.h>
#include <msi.h>
#include <msiquery.h>
#include <stdio.h>

__declspec(dllexport) UINT __stdcall Answer(MSIHANDLE install)
{
    wchar_t code[64], path[MAX_PATH];
    char rest[1024] = "";
    DWORD length = 64;
    unsigned answer = ERROR_SUCCESS;
    if (MsiGetPropertyW(install, L"ProductCode", code, &length)) return ERROR_SUCCESS;
    swprintf(path, MAX_PATH, L"C:\\rig\\answers\\%ls", code);
    FILE *file = _wfopen(path, L"r");
    if (!file) return ERROR_SUCCESS;
    if (fscanf(file, "%u", &answer) == 1) rest[fread(rest, 1, sizeof rest - 1, file)] = 0;
    fclose(file);
    file = _wfopen(path, L"w");
    if (file) {
        fputs(rest, file);
        fclose(file);
    }
    return answer;
}
