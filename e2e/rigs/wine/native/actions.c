/*
 * A custom action whose result a test chooses while the package is installed: the first number in
 * C:\rig\answers\{ProductCode} is what it returns, and is taken out of the file. Without one it succeeds. Each time it
 * is asked, its product's code becomes a line of C:\rig\removals.
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
    FILE *file = fopen("C:\\rig\\removals", "a");
    if (file) {
        fprintf(file, "%ls\n", code);
        fclose(file);
    }
    swprintf(path, MAX_PATH, L"C:\\rig\\answers\\%ls", code);
    file = _wfopen(path, L"r");
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
