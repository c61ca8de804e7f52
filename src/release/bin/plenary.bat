@echo off
rem Starts Plenary with the Java that came along, else with JAVA_HOME, else with the java of the search path.
rem On Windows there is no built-in Redis: set REDIS_URL.
setlocal
set "home=%~dp0.."
set "java=java"
if defined JAVA_HOME set "java=%JAVA_HOME%\bin\java"
if exist "%home%\runtime\bin\java.exe" set "java=%home%\runtime\bin\java"
"%java%" "@%home%\lib\java.args" %JAVA_OPTS% -jar "%home%\lib\plenary.jar" %*
exit /b %ERRORLEVEL%
